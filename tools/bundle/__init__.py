"""Makes what people download: the program with its own Python, for a system, from the lock file."""
