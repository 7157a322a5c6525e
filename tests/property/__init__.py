"""The engine's promises, tried on rulebooks and patients that nobody thought of."""
