"""The books of an app: its tags and its named test devices, beside its lists."""
