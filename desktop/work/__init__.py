"""The use cases, without Qt: plain data in, results out; the window and the command line call them."""
