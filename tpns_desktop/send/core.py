"""Opens the core: database, secrets, outbox, desk. Called once, on the background loop."""
