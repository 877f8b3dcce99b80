"""Compose: one page on which a push is written, with a preview that never scrolls away."""
