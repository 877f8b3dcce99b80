"""A field of tags."""

from __future__ import annotations

from tpns_desktop.ui.widgets.chips import ChipsInput


class TagsEditor(ChipsInput):
    """Chips as an editor. Value: a list of texts."""

    def value(self) -> list[str]:
        return self.values()

    def set_value(self, value: list[str]) -> None:
        self.set_values(value)

    def setObjectName(self, name: str) -> None:
        super().setObjectName(name)
        self.entry.setObjectName(f"{name}.entry")
