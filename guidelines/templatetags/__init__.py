"""Tags for the pages of the admin."""
