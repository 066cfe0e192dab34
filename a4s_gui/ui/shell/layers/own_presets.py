"""Presets of layers of one's own: kept under a name, chosen, removed."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QInputDialog, QMenu, QWidget

from a4s_gui.drawing.layer_presets import PRESETS, decode_presets, encode_presets
from a4s_gui.drawing.scene import Layer
from a4s_gui.session import reducers
from a4s_gui.session.settings_table import LAYER_PRESETS
from a4s_gui.ui.core.controller import Controller
from a4s_gui.ui.core.settings import Settings

_MOST = 20
"""A menu of more is no help."""
_LONGEST = 40
"""Characters of a name."""


class OwnPresets(QMenu):
    """The submenu of the presets that the user has kept.

    Parameters
    ----------
    controller
        Shows the layers of a preset.
    settings
        Where they are remembered.
    parent
        The window.
    """

    def __init__(self, controller: Controller, settings: Settings, parent: QWidget) -> None:
        super().__init__("My p&resets", parent)
        self._controller = controller
        self._settings = settings
        self._removing = QMenu("Re&move", self)
        self.aboutToShow.connect(self._fill)
        self._fill()

    def keep(self, name: str) -> bool:
        """Keep the layers that are shown under a name; say why, where that cannot be."""
        name = " ".join(name.split())[:_LONGEST]
        kept = self._kept()
        taken = {preset.title.casefold() for preset in PRESETS}
        if not name or name.casefold() in taken:
            reason = f"“{name}” comes with the program" if name else "a preset needs a name"
        elif len(kept) >= _MOST and name not in kept:
            reason = f"at most {_MOST} presets can be kept; remove one first"
        else:
            self._remember(kept | {name: self._controller.state.layers})
            self._controller.message.emit(f"Layers kept as “{name}”, in Layers > My presets")
            return True
        self._controller.message.emit(f"Layers not kept: {reason}")
        return False

    def remove(self, name: str) -> None:
        """Forget a preset."""
        self._remember({kept: layers for kept, layers in self._kept().items() if kept != name})
        self._controller.message.emit(f"Preset “{name}” removed")

    def _fill(self) -> None:
        self.clear()
        self._removing.clear()
        shown = self._controller.state.layers
        for name, layers in self._kept().items():
            label = name.replace("&", "&&")
            entry = self.addAction(label)
            entry.setCheckable(True)
            entry.setChecked(layers == shown)
            entry.triggered.connect(partial(self._show_layers, layers))
            self._removing.addAction(label).triggered.connect(partial(self.remove, name))
        self.addSeparator()
        self.addAction("&Keep these layers as…").triggered.connect(self._ask)
        self.addMenu(self._removing).setEnabled(bool(self._removing.actions()))

    def _show_layers(self, layers: frozenset[Layer]) -> None:
        self._controller.apply(reducers.set_layers, layers)

    def _ask(self) -> None:
        name, wanted = QInputDialog.getText(
            self.parentWidget(), "Keep layers", "Name of the preset; one that is known is replaced:"
        )
        if wanted:
            self.keep(name)

    def _kept(self) -> dict[str, frozenset[Layer]]:
        texts: tuple[str, ...] = self._settings.get(LAYER_PRESETS)
        return decode_presets(texts)

    def _remember(self, presets: dict[str, frozenset[Layer]]) -> None:
        self._settings.set(LAYER_PRESETS, encode_presets(presets))
        self._settings.save()
