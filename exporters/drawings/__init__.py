"""Where the boxes and lines of a figure stand: pure geometry in millimetres."""
