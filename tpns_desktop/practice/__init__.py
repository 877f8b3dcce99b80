"""The service, played on this machine, so that a push can be tried where nobody gets it."""
