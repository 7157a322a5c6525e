"""The stylesheets of the clinician's pages as one file: what they use of Bootstrap, then the product's own."""
