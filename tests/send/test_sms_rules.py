"""Every rule of the SMS product (tencent-cloud-sms 6 to 9) has its place: a check or the form.

A row that names a check must be in the table of checks and in the catalogue, where a draft makes it
speak and the nearest other one keeps it silent. A row that names a place of ours must be there.
"""

from __future__ import annotations

import importlib

import pytest

from tests.send.catalogue import CASES
from tpns_desktop.send.checks import CHECKS

SIX, SEVEN, EIGHT, NINE = "6 signature", "7 template", "8 length", "9 frequency"

RULES: tuple[tuple[str, str, str], ...] = (
    (SIX, "the signature stands before it, in the brackets of its side", "model.sms_text:signed"),
    (SIX, "required for mainland texts, optional elsewhere", "sms.signature"),
    (SIX, "typed without brackets", "sms.signature"),
    (SIX, "2 to 12 characters mainland, to 15 elsewhere", "sms.signature"),
    (SIX, "approved and in force: only status 0 may be sent", "sms.approved"),
    (SIX, "one that nobody read from the account may be misspelt", "sms.typed"),
    (SEVEN, "blanks are numbered from 1 without gaps", "sms.blanks"),
    (SEVEN, "not of blanks alone", "sms.blanks"),
    (SEVEN, "as many values as blanks", "sms.blanks"),
    (SEVEN, "no blank is left empty", "sms.params"),
    (SEVEN, "approved and in force: only status 0 may be sent", "sms.approved"),
    (SEVEN, "it is still the text that was chosen", "sms.changed"),
    (SEVEN, "a value is or holds no web address", "sms.url"),
    (SEVEN, "private account: 12 characters a value", "sms.value"),
    (SEVEN, "codes: up to 6 digits", "sms.code"),
    (SEVEN, "marketing: how to get no more at the end", "sms.opt_out"),
    (SEVEN, "marketing: 08:00 to 22:00 only, at the push's time and its wait", "sms.hours"),
    (SEVEN, "international site: no variables in mainland texts", "sms.variables"),
    (SEVEN, "mainland texts to mainland numbers, global ones to the others", "sms.side"),
    (EIGHT, "mainland: 70, then 67 each", "model.sms_text:segments"),
    (EIGHT, "global: 160 and 153, with other characters 70 and 67", "model.sms_text:segments"),
    (EIGHT, "Malaysia counts shorter messages", "sms.malaysia"),
    (EIGHT, "500 characters by one page, 2000 by the other", "sms.length"),
    (EIGHT, "charged a message and a number: the most it can cost", "sms.cost"),
    (EIGHT, "what the package still has", "sms.balance"),
    (NINE, "the same text to a number once in 30 s; 10 or 2 a day", "sms.limits"),
    (NINE, "more than one push of yours texts through the same SMS app", "send.sms_after:SmsAfter"),
    ("tpns-rest 5.6", "a wait of 300 s at least", "sms.delay"),
    ("tpns-rest 5.6", "the push is kept for as long as the wait", "sms.expiry"),
    ("tpns-rest 5.6", "template and SMS app are required", "sms.template"),
    ("tpns-rest 5.6", "no sms_info without resend_by_sms", "model.body:push_body"),
)
"""Section, rule, and the check or the place (module:name) that keeps it."""


@pytest.mark.parametrize(("section", "rule", "place"), RULES)
def test_each_rule_has_its_check_or_its_place(section: str, rule: str, place: str) -> None:
    if ":" in place:
        module, name = place.split(":")
        assert hasattr(importlib.import_module(f"tpns_desktop.{module}"), name), rule
        return
    assert place in {check.id for check in CHECKS}, f"{section}: {rule}"
    case = CASES[place]
    assert case.speaking() != case.silent(), f"{place}: nothing makes the difference"


def test_each_check_of_texts_keeps_a_rule() -> None:
    told = {place for _section, _rule, place in RULES}
    assert {check.id for check in CHECKS if check.id.startswith("sms.")} <= told
