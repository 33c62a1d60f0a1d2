"""A value that nobody has typed, where others give it: those of the entities below, those of shorter periods."""
