"""The Word draft: a Document becomes a .docx file."""
