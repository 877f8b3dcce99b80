"""What is kept: apps, drafts, plans, history, settings; secrets in the system's keyring. No Qt."""
