"""Qt item models: they read the session and hold no truth of their own."""
