"""``a4s-gui [PART] [--view VIEW]``: what is said before a window opens, and how it opens."""

from __future__ import annotations

import pytest

from a4s_gui.commands import window
from a4s_gui.drawing.spec import View
from a4s_gui.errors import A4sError
from a4s_gui.ui.shell import app
from tests.commands.conftest import Cli


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str | None]:
    """The pairs on which windows would have been opened, and the view behind one asked for."""
    found: list[str | None] = []

    def run(part: str | None, view: View | None) -> int:
        found.extend([part] if view is None else [part, view])
        return 0

    monkeypatch.setattr(app, "run", run)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    return found


@pytest.mark.parametrize(
    ("arguments", "pair", "messages"),
    [
        ([], None, 0),
        (["AXE640224"], "AXE540127/AXE640224", 0),
        (["axe 5401-27"], "AXE540127/AXE640124", 1),
        (["AXE540127", "AXE640224"], "AXE540127/AXE640224", 0),
        (["AXE540127/AXE640224"], "AXE540127/AXE640224", 0),
        (["AXE5E4026"], "AXE5E4026/AXE6E4026", 0),
    ],
)
def test_the_window_opens_on_the_pair(
    cli: Cli, opened: list[str | None], arguments: list[str], pair: str | None, messages: int
) -> None:
    ended = cli(*arguments)

    assert (ended.status, ended.out) == (0, "")
    assert opened == [pair]
    assert len(ended.messages) == messages


def test_the_window_opens_in_the_view_asked_for(cli: Cli, opened: list[str | None]) -> None:
    assert cli("AXE640224", "--view", "mated").status == 0
    assert opened == ["AXE540127/AXE640224", View.MATED]
    assert cli("--view", "tape").status == 0
    assert opened[2:] == [None, View.TAPE]
    assert cli("AXE640224", "--view", "hologram").status == 2


def test_an_impossible_part_opens_no_window(cli: Cli, opened: list[str | None]) -> None:
    ended = cli("AXE541127")

    assert (ended.status, len(ended.messages)) == (2, 1)
    assert opened == []


def test_the_windows_exit_status_is_the_programs(
    cli: Cli, opened: list[str | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app, "run", lambda _part, _view: 130)

    assert cli().status == 130


@pytest.mark.parametrize("name", ["DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"])
def test_what_counts_as_a_display(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    window.require_display({name: "something"})
    for environment in ({}, {name: ""}):
        with pytest.raises(A4sError, match="a4s-gui export"):
            window.require_display(environment)


def test_other_systems_have_a_display(monkeypatch: pytest.MonkeyPatch) -> None:
    for platform in ("win32", "darwin"):
        monkeypatch.setattr("sys.platform", platform)
        window.require_display({})
        assert not window.needs_x11({})


def test_only_x11_needs_an_x11_server(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    assert window.needs_x11({"DISPLAY": ":0"})
    assert window.needs_x11({"QT_QPA_PLATFORM": "xcb", "WAYLAND_DISPLAY": "wayland-0"})
    assert not window.needs_x11({"QT_QPA_PLATFORM": "offscreen:size=800x600", "DISPLAY": ":0"})
    assert not window.needs_x11({"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"})
