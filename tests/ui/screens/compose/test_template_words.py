"""What a template said when it was chosen stays in the draft, whatever the book says later."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject

from tests.send.catalogue import book
from tpns_desktop.model.draft import empty_draft
from tpns_desktop.send.sms_facts import SmsFacts
from tpns_desktop.ui.forms.binding import DraftBinding
from tpns_desktop.ui.screens.compose.template_words import TemplateWords


def shelf(content: str) -> SmsFacts:
    found: SmsFacts = book(content=content)["sms"]
    return found


@pytest.fixture
def owner(qapp: QObject) -> QObject:
    return QObject()


def test_a_choice_is_kept_and_what_the_book_says_later_is_not(owner: QObject) -> None:
    binding = DraftBinding(empty_draft(), owner)
    words = TemplateWords(binding, owner)
    words.show_book(shelf("Won {1}."))
    binding.set_value("sms.template_id", "1234")
    words.show_book(shelf("Lost {1}."))
    assert binding.value("sms.template_text") == "Won {1}."
    binding.set_value("sms.template_id", "9999")
    assert binding.value("sms.template_text") == ""


def test_a_book_that_comes_after_the_choice_is_looked_into_once(owner: QObject) -> None:
    binding = DraftBinding(empty_draft(), owner)
    words = TemplateWords(binding, owner)
    binding.set_value("sms.template_id", "1234")
    for content in ("Won {1}.", "Lost {1}."):
        words.show_book(shelf(content))
    assert binding.value("sms.template_text") == "Won {1}."


def test_opening_a_draft_changes_nothing_in_it(owner: QObject) -> None:
    draft = empty_draft()
    draft["sms"] |= {"on": True, "template_id": "1234"}
    binding = DraftBinding(empty_draft(), owner)
    words = TemplateWords(binding, owner)
    binding.replace(draft)
    words.show_book(shelf("Won {1}."))
    assert binding.draft == draft
