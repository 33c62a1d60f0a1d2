"""Dialogs: export, trouble."""
