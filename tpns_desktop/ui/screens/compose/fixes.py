"""What the button beside a finding does to the draft, where it can mend the thing by itself."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Any

from tpns_desktop.model.limits import SMS_DELAY_S_MIN

if TYPE_CHECKING:
    from tpns_desktop.send.examination import Finding
    from tpns_desktop.ui.forms.binding import DraftBinding


def mended(finding: Finding, binding: DraftBinding) -> tuple[str | None, Any]:
    """The path to change and its new value, or (None, None) where a person has to decide."""
    if finding.fix == "add_https":
        url = str(binding.value("message.tap.url")).strip()
        return "message.tap.url", "https://" + url.split("://", 1)[-1].lstrip("/")
    if finding.fix == "remove_hidden":
        return finding.field, visible_only(str(binding.value(finding.field)))
    if finding.fix == "send_now":
        return "schedule.kind", "now"
    if finding.fix == "set_delay":
        return "sms.delay_s", str(SMS_DELAY_S_MIN)
    return None, None


def visible_only(text: str) -> str:
    """`text` without invisible characters; odd spaces become plain ones, line ends stay."""
    kept = []
    for char in text:
        category = unicodedata.category(char)
        if category == "Zs":
            kept.append(" ")
        elif char == "\n" or category not in ("Cf", "Cc", "Cs"):
            kept.append(char)
    return "".join(kept)
