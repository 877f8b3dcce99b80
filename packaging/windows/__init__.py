"""Windows: the installer for one person, made by NSIS of the frozen folder (`setup`)."""
