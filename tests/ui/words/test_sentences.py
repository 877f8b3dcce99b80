"""Sentences stand as far apart as their language wants it."""

from __future__ import annotations

import pytest

from tpns_desktop.ui.words.sentences import together


@pytest.mark.parametrize(
    ("said", "text"),
    [
        (["It may have gone out.", "Check first."], "It may have gone out. Check first."),
        (["可能已经推送。", "请先查询。"], "可能已经推送。请先查询。"),
        (["", "Check first.", ""], "Check first."),
        ([], ""),
    ],
)
def test_sentences_are_put_together(said: list[str], text: str) -> None:
    assert together(said) == text
