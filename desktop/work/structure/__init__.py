"""The structure of reports without files: chapters, sections, blocks, placements and metrics changed in place."""
