"""Excel forms for departments without Annals: what stands on them. Reading them is schema.exchange.forms' part."""
