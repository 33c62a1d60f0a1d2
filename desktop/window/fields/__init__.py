"""What stands in a field: planned from the outline, worded, and in which state; without widgets."""
