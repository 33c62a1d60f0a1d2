"""Excel forms: what a department without Annals fills in and sends back, as rows of text."""
