"""The lists of accounts and devices: what each holds, and what can be done with it."""
