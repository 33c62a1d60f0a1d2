"""What texts say in numbers: read from the words, held against the data."""
