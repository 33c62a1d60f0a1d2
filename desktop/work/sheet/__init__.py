"""The sheet: any choice of values by years as a grid, with what is put into it at once. Pure, no Qt."""
