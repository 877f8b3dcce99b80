"""What is said in place of a page when the data on this computer cannot be opened."""
