"""Drawn phones: what is on them, how each looks, and a strip to choose one from.

All of it is our own drawing. Styles differ as the phones do, modestly; none is a copy.
"""
