"""The page of push plans: the list, and what each has achieved."""
