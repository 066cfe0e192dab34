"""Dialogs on a small screen with large letters: what does not fit is scrolled to, never cut."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox
from pytestqt.qtbot import QtBot

from a4s_gui.ui.core.controller import Controller
from a4s_gui.ui.core.settings import Settings
from a4s_gui.ui.dialogs.export_dialog import ExportDialog
from a4s_gui.ui.dialogs.help_dialogs import AboutDialog, ShortcutsDialog
from a4s_gui.ui.dialogs.many.many_dialog import ManyDialog, drawings_of
from a4s_gui.ui.dialogs.print_dialog import PrintDialog
from a4s_gui.ui.shell.actions.table import ACTIONS
from a4s_gui.ui.widgets.layouts import FittingArea

DialogMaker = Callable[[Controller, Settings], QDialog]


def _many(controller: Controller, settings: Settings) -> ManyDialog:
    catalog, state = controller.catalog, controller.state
    return ManyDialog(drawings_of(catalog.pairs, catalog, state, controller.pattern), settings)


def _one(kind: type[ExportDialog | PrintDialog]) -> DialogMaker:
    def made(controller: Controller, settings: Settings) -> QDialog:
        assert controller.spec is not None
        return kind(controller.spec, settings)

    return made


@pytest.mark.usefixtures("large_font")
@pytest.mark.parametrize(
    "make_dialog",
    [
        _many,
        _one(ExportDialog),
        _one(PrintDialog),
        lambda _controller, _settings: ShortcutsDialog(ACTIONS),
        lambda controller, _settings: AboutDialog(controller.catalog),
    ],
    ids=["many", "export", "print", "shortcuts", "about"],
)
def test_every_dialog_has_room_and_its_buttons_are_in_sight(
    chosen: Controller, settings: Settings, qtbot: QtBot, make_dialog: DialogMaker
) -> None:
    dialog = make_dialog(chosen, settings)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    room = QApplication.primaryScreen().availableSize()
    assert dialog.width() <= room.width()
    assert dialog.height() <= room.height()
    (buttons,) = dialog.findChildren(QDialogButtonBox)
    for button in buttons.buttons():
        corner = button.mapTo(dialog, QPoint(0, 0))
        assert dialog.rect().contains(button.rect().translated(corner)), button.text()


def test_a_form_is_whole_where_there_is_room(
    chosen: Controller, settings: Settings, qtbot: QtBot
) -> None:
    dialog = _many(chosen, settings)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    (area,) = dialog.findChildren(FittingArea)
    for suffix in ("pdf", "dxf"):
        dialog.form.formats[suffix].setChecked(True)  # brings rows of its own
        qtbot.waitUntil(lambda: dialog.form.height() <= area.height())
        assert dialog.form.width() <= area.width()
