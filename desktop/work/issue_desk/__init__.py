"""The issues of a report as a worklist: rows with facets, groups, and what can be done with several at once."""
