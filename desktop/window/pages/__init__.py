"""Pages without a workspace."""
