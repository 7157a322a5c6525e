"""Template tags of the clinician's pages."""
