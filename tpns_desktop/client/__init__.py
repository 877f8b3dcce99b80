"""How a push is sent: the service's calls over httpx, usable as a library. No Qt."""
