"""Pushes to all users of a Chat app: writing one, and what became of those that were sent."""
