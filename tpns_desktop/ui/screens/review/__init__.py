"""The page on which a person reads exactly what will leave, and confirms it."""
