"""The page as it will print: blocks of the Document laid out and painted."""
