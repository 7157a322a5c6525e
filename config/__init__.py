"""How the product is set up: settings, addresses and the server's entry."""
