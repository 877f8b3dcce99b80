"""The checks of a draft, as data, and the one function that runs them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tpns_desktop.send.examination import (
    AudienceSummary,
    Context,
    Examination,
    Finding,
    RecentPush,
)

__all__ = ["AudienceSummary", "Context", "Examination", "Finding", "RecentPush", "examine"]


def examine(draft: Mapping[str, Any], context: Context) -> Examination:
    """Everything the checks say about `draft` now; pure, quick, raises for no draft."""
    raise NotImplementedError
