"""Account and token files: read and judged. No Qt, no network; the heavy part runs in a child."""
