"""A year as it is played: an editor asks departments, who answer by pack, by form or at the workspace itself."""
