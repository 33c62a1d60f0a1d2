"""People's own old tables of figures: recognised, matched to metrics, taken after they confirm."""
