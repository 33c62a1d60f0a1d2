"""A report that exists in Word taken in: its structure as an outline, its texts in their places, its numbers linked."""
