"""What Qt says while it paints goes to standard error, or nowhere."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QMessageLogContext, QtMsgType

from a4s_gui.render.qt.application import _pass_on


def test_nothing_of_qt_goes_to_standard_output_where_standard_error_is_closed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _pass_on(QtMsgType.QtWarningMsg, QMessageLogContext(), "first")
    monkeypatch.setattr(sys, "stderr", None)
    _pass_on(QtMsgType.QtWarningMsg, QMessageLogContext(), "second")
    assert capsys.readouterr() == ("", "first\n")
