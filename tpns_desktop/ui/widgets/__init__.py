"""Parts of screens that know nothing of pushes: they show a value, collect a value, emit."""
