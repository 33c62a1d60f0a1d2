"""Numbers that a foreign text quotes, each held against what the workspace knows of its subject."""
