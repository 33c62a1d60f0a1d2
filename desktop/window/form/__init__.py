"""The generated form of one section: rows, grids, texts. Widgets hold no truth; they ask the session."""
