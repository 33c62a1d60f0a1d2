"""Texts whose linked numbers stand as chips: one character each, which shows the value as it will print."""
