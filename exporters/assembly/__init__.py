"""The assembly: definitions and data become the Document of one report in one language."""
