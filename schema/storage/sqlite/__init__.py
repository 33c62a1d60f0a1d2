"""A workspace as one SQLite file, with a lock beside it."""
