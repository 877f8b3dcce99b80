"""The list of what was written and not sent yet."""
