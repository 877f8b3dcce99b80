"""macOS: the signed app as PyInstaller makes it, and the disk image around it (`image`)."""
