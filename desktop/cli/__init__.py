"""The command line: every command works without a display and imports no Qt."""
