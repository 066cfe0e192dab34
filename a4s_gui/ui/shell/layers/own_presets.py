"""Presets of layers of one's own: kept under a name, chosen, removed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtWidgets import QInputDialog, QMenu, QWidget

from a4s_gui.drawing.layer_presets import PRESETS, decode_presets, encode_presets
from a4s_gui.drawing.scene import Layer
from a4s_gui.errors import A4sError
from a4s_gui.session import reducers
from a4s_gui.session.settings_table import LAYER_PRESETS
from a4s_gui.ui.core.controller import Controller
from a4s_gui.ui.core.settings import Settings
from a4s_gui.ui.widgets.menus import literal

Presets = Mapping[str, frozenset[Layer]]
"""By name, in the order of the menu."""
_MOST = 20
"""A menu of more is no help."""
_LONGEST = 40
"""Characters of a name."""


class OwnPresets(QMenu):
    """The submenu of the presets that the user has kept."""

    def __init__(self, controller: Controller, settings: Settings, parent: QWidget) -> None:
        super().__init__("My p&resets", parent)
        self._controller = controller
        self._settings = settings
        self._removing = QMenu("Re&move", self)
        self.aboutToShow.connect(self._open)
        self._fill()

    def keep(self, name: str) -> bool:
        """Keep the layers that are shown under a name; say why, where that cannot be."""
        name = " ".join(name.split())[:_LONGEST]
        layers = self._controller.state.layers

        def with_name(kept: Presets) -> Presets:
            _check_name(name, kept)
            return {**kept, name: layers}

        try:
            self._change(with_name)
        except A4sError as error:
            self._controller.message.emit(f"Layers not kept: {error}")
            return False
        self._controller.message.emit(f"Layers kept as “{name}”, in Layers > My presets")
        return True

    def remove(self, name: str) -> None:
        """Forget a preset."""
        try:
            self._change(lambda kept: {one: kept[one] for one in kept if one != name})
        except A4sError as error:
            self._controller.message.emit(f"Preset not removed: {error}")
        else:
            self._controller.message.emit(f"Preset “{name}” removed")

    def _open(self) -> None:
        self._settings.save()  # reads what other windows have kept as well
        self._fill()

    def _fill(self) -> None:
        self.clear()
        self._removing.clear()
        shown = self._controller.state.layers
        for name, layers in self._kept().items():
            label = literal(name)
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

    def _kept(self) -> Presets:
        texts: tuple[str, ...] = self._settings.get(LAYER_PRESETS)
        return decode_presets(texts)

    def _change(self, change: Callable[[Presets], Presets]) -> None:
        """Keep other presets: those that other windows have kept meanwhile stay."""
        written = self._settings.change(
            LAYER_PRESETS, lambda texts: encode_presets(change(decode_presets(texts)))
        )
        if not written:
            raise A4sError(f"{self._settings.path} cannot be written")


def _check_name(name: str, kept: Presets) -> None:
    """Refuse a name that no preset of one's own can have, or one more than a menu holds."""
    if not name:
        raise A4sError("a preset needs a name")
    if name.casefold() in {preset.title.casefold() for preset in PRESETS}:
        raise A4sError(f"“{name}” comes with the program")
    if len(kept) >= _MOST and name not in kept:
        raise A4sError(f"at most {_MOST} presets can be kept; remove one first")
