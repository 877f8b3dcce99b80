"""The list of everything that was confirmed, newest first."""
