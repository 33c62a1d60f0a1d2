"""The newest revision of the tables: the number of the last file in migrations/versions."""

REVISION = 17
