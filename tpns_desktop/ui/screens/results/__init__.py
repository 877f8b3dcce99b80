"""What became of a push: the hold, the ending in plain words, the figures."""
