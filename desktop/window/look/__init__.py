"""How Annals looks: colours, icons, translations of the interface."""
