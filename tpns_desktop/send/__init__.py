"""Whether and when a push is sent: checks, levels, review, outbox, and the one door for screens.

It leaves how a push is sent to `client`, what is kept to `store`, and every word a person reads
to `ui`: from here come codes and data only.
"""
