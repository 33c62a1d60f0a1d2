"""What stands around the form: outline, issues, details of a value."""
