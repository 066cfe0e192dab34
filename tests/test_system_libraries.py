"""Missing system libraries are told in one line that names the packages to install."""

from __future__ import annotations

import pytest

from a4s_gui import system_libraries
from a4s_gui.cli import main
from a4s_gui.system_libraries import (
    MissingLibraryError,
    missing_libraries,
    require_libraries,
    translate_import_errors,
)

ABSENT = {"libEGL.so.1", "libxcb-cursor.so.0"}


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """A Linux machine on which two of the libraries cannot be loaded."""

    def load(name: str) -> None:
        if name in ABSENT:
            raise OSError(f"{name}: cannot open shared object file")

    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr("ctypes.CDLL", load)


def test_libraries_are_found_by_loading_them(bare: None) -> None:
    assert missing_libraries() == {
        "libEGL.so.1": "libegl1",
        "libxcb-cursor.so.0": "libxcb-cursor0",
    }


def test_other_systems_bring_their_own(bare: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "darwin")

    assert missing_libraries() == {}
    require_libraries()


def test_the_packages_to_install_are_named(bare: None) -> None:
    for call in (require_libraries, _import_qt):
        with pytest.raises(MissingLibraryError) as caught:
            call()
        message = str(caught.value)
        assert "libEGL.so.1" in message
        assert message.endswith("apt-get install libegl1 libxcb-cursor0")
        assert "\n" not in message


def test_another_failure_to_load_qt_is_told_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_libraries, "missing_libraries", dict)

    with pytest.raises(MissingLibraryError, match="wrong ELF class"):
        _import_qt("wrong ELF class")


def test_the_window_is_not_started_without_them(
    bare: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)

    assert main([]) == 2

    (message,) = capsys.readouterr().err.splitlines()
    assert "libxcb-cursor0" in message


def _import_qt(reason: str = "libEGL.so.1: cannot open shared object file") -> None:
    with translate_import_errors():
        raise ImportError(reason)
