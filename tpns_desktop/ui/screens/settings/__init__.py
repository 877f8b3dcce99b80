"""Settings: language, look, the hold, the apps."""
