"""What is open, what is unsaved, and what a person looks at."""
