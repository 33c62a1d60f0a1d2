"""Statements about one fact that cannot both hold."""
