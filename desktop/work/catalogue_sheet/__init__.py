"""The catalogue as a sheet: a line per metric, a column per thing that is said of it, read by the loader. No Qt."""
