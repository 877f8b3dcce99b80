"""Welcome: two ways in."""
