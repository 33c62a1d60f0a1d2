"""The workspace in a PostgreSQL database."""
