"""Names by a pattern, and what no file may be called."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from a4s_gui.drawing.spec import View
from a4s_gui.errors import A4sError
from a4s_gui.export.many.file_names import NamePattern
from a4s_gui.export.registry import FORMATS, format_for
from a4s_gui.export.request import ExportRequest
from tests.every import for_each

RequestFor = Callable[..., ExportRequest]


@pytest.mark.parametrize(
    ("text", "stem"),
    [
        ("{name}", "AXE540127-AXE640124-mated"),
        (" {socket} {header} ", "AXE540127 AXE640124"),
        ("{pins}pins_{height}mm_{packaging}mm-{view}", "40pins_0.8mm_8mm-mated"),
        ("Projekt Ä 日本 {name}", "Projekt Ä 日本 AXE540127-AXE640124-mated"),
    ],
)
def test_what_stands_in_braces_is_filled_in(request_for: RequestFor, text: str, stem: str) -> None:
    request = request_for(view=View.MATED)
    assert NamePattern(text).stem(request, format_for("png")) == stem


def test_what_is_not_stated_is_said_in_the_name(request_for: RequestFor) -> None:
    request = request_for("AXE5E1026/AXE6E1026")
    assert NamePattern("{height}").stem(request, format_for("png")) == "not stated"


def test_a_footprint_keeps_its_name(request_for: RequestFor) -> None:
    request = request_for(view=View.SOCKET)
    kept = {kind for kind in FORMATS if NamePattern("mine").stem(request, kind) != "mine"}
    assert kept == {format_for("kicad_mod")}


@for_each(
    "text, said",
    [
        ("", "the name is empty"),
        ("../{name}", "no file's name can hold “/”"),
        ("..\\{name}", "no file's name can hold “\\”"),
        ("C:{name}", "no file's name can hold “:”"),
        ("{name}\n", ""),
        ("a\nb", "a control character"),
        ("a\0b", "a control character"),
        ("..", "begin nor end with a point"),
        (".{name}", "begin nor end with a point"),
        ("{name}.", "begin nor end with a point"),
        ("{Socket}", "“{Socket}” stands for nothing; known: {name}, {socket}"),
        ("{socket.spec}", "stands for nothing"),
        ("{0}", "stands for nothing"),
        ("{}", "stands for nothing"),
        ("{socket", "a brace is alone"),
        ("socket}", "a brace is alone"),
        ("{{socket}}", "a brace is alone"),
        ("NUL", "is a device on Windows"),
        ("com1.{name}", "is a device on Windows"),
        ("x" * 200, "200 characters; 150 are possible"),
    ],
)
def test_tricks_and_slips_are_refused_in_one_line(
    request_for: RequestFor, text: str, said: str
) -> None:
    def stem() -> str:
        return NamePattern(text).stem(request_for(), format_for("png"))

    if not said:
        assert stem() == "AXE540127-AXE640124-pair"
        return
    with pytest.raises(A4sError) as caught:
        stem()
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)
