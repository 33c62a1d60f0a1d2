"""Packs: a department's share of a report as a file that travels without a server, and comes back."""
