"""What the question before the removal of an app says of its pushes."""

from __future__ import annotations

from tests.ui import pushes
from tpns_desktop.ui.i18n import Languages
from tpns_desktop.ui.words.removal import open_words


def test_on_hold_and_unsettled_are_counted_apart_and_nothing_is_said_of_others(
    languages: Languages,
) -> None:
    languages.apply("en")
    held, unknown, done = (pushes.batch(state=s) for s in ("held", "unknown", "accepted"))
    assert open_words([]) == open_words([done]) == []
    first, second = open_words([held, unknown, unknown, done])
    assert "on hold" in first
    assert "taken back" in first
    assert "2" in second
    assert "can no longer be looked up" in second
