"""What must be ready before a text can follow a push."""
