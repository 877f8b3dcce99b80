"""Connecting an app of one's own."""
