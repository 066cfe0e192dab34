"""Why a field is refused: read whole, however many lines it takes."""

from __future__ import annotations

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout
from pytestqt.qtbot import QtBot

from a4s_gui.errors import A4sError
from a4s_gui.ui.core.checked_field import CheckedField, ProblemLabel


def test_a_dialog_cuts_no_line_of_a_reason(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    field, problem = CheckedField(QLineEdit()), ProblemLabel()
    column = QVBoxLayout(dialog)
    column.addWidget(field)
    column.addWidget(problem)
    dialog.show()
    reason = A4sError("a reason that takes several lines in a dialog that is narrow; " * 6)
    for label in (field.problem, problem):
        label.show_error(reason)
        QTest.qWait(20)
        assert label.height() >= label.heightForWidth(label.width()) > 40
