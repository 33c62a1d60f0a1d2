"""The colours of a draft's marks (RRGGBB), for the Word file and the page on the screen alike."""

GAP, GAP_GROUND = "9A4A00", "FFE9B8"  # a placeholder's words and their ground
DRAFT_GROUND = "DFEEF8"  # of words that a machine proposed
PENDING_GROUND = "EFE7F6"  # of what nobody has approved yet
SOURCE = "C53600"  # the letter at a number of a review, and the line below it
OMITTED = "7A858F"  # the mark of what is left out
