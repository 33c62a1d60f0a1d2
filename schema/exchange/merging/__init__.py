"""Merging: an answer that comes back is laid over what has become of the workspace meanwhile. Pure."""
