"""What is said of putting a push right is what the service does, and the same in every place."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtWidgets import QApplication

from tpns_desktop.send.mending import Entry, Target
from tpns_desktop.ui.words.mending import both_rows, entry_words, left_out_rows


def test_oppo_and_vivo_phones_are_not_said_to_show_both(qapp: QApplication) -> None:
    """While it is not asked for they get no replacing push at all (tpns-rest 5.1)."""
    left_out, both = "\n".join(left_out_rows(())), "\n".join(both_rows(()))
    for maker in ("OPPO", "vivo"):
        assert maker in left_out
        assert maker not in both
    assert "Huawei" in both
    assert "Huawei" not in left_out


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("PUSH_FINISHED", "only phones that were off still get it"),
        ("PUSH_STARTED", "Phones that are off may get it until"),
        ("", "has not said yet"),
    ],
)
def test_who_may_stop_a_push_knows_what_is_still_due(
    qapp: QApplication, status: str, words: str
) -> None:
    at = datetime.now(UTC) - timedelta(minutes=30)
    until = at + timedelta(hours=72)
    target = Target("r1", "android", "11", at, None, status, until)
    assert words in entry_words(Entry("stop", (target,)))
