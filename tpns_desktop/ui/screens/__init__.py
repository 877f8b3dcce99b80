"""The screens. Each folder is one: `screen.py` composes it from its parts.

A screen does not import another screen: it emits a signal and the window navigates.
"""
