"""Help that opens at the place it is asked from: topics, the panel, and the ways to it."""
