"""What tests of secrets share: some of them look at the whole window."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def _collected_here(collected_on_this_thread: None) -> None:
    """Widgets that nobody holds any more are destroyed on the window's thread."""
