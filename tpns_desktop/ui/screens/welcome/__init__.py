"""Welcome: the ways in."""
