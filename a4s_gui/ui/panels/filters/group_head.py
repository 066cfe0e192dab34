"""The head of a group of filters: its title, and the button that leaves its question open again."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout

from a4s_gui.ui.widgets.buttons import tool_button
from a4s_gui.ui.widgets.labels import text_label


class GroupHead(QHBoxLayout):
    """A line with the title in bold and, where its owner shows it, the button."""

    def __init__(self, title: str) -> None:
        super().__init__()
        heading = text_label(title, wrap=False, bold=True)
        self.clear_button = tool_button("Any", "Clear this filter", name=f"{title}: any")
        # Hidden it keeps its room, so that nothing below moves.
        policy = self.clear_button.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.clear_button.setSizePolicy(policy)
        self.addWidget(heading)
        self.addStretch(1)
        self.addWidget(self.clear_button)
