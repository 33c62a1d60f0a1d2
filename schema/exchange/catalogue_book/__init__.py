"""The catalogue and outlines as a workbook, out and back in without loss."""
