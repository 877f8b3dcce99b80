"""Whether and when a push is sent: checks, review, hold, outbox. No Qt, no words for people."""
