"""What can be written: words, references, linked numbers, formulas. It knows nothing of a catalogue."""
