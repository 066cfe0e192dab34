"""STEP files of halves and mated pairs: which views have one, what it says, what it is called."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from a4s_gui.drawing.spec import View
from a4s_gui.errors import A4sError
from a4s_gui.export.layout import Layout
from a4s_gui.export.registry import format_for
from a4s_gui.export.request import ExportRequest
from a4s_gui.geometry.numbering import Numbering, RowScheme

RequestFor = Callable[..., ExportRequest]
STEP = format_for("step")


def solids(request: ExportRequest) -> list[str]:
    text = STEP.write(request).decode("ascii")
    return re.findall(r"MANIFOLD_SOLID_BREP\('([^']*)'", text)


def test_a_half_is_mould_leads_and_terminals(request_for: RequestFor) -> None:
    for view, number in ((View.SOCKET, "AXE510127"), (View.HEADER, "AXE610124")):
        found = solids(request_for("AXE510127/AXE610124", view=view))
        assert found[0] == f"{number} mould"
        assert len(found) == 1 + 10 + 4
        assert len(set(found)) == len(found)


def test_the_mated_pair_is_both_halves(request_for: RequestFor) -> None:
    both = solids(request_for("AXE510127/AXE610124", view=View.MATED))
    assert len(both) == 2 * (1 + 10 + 4)
    assert {name.split()[0] for name in both} == {"AXE510127", "AXE610124"}


def test_the_file_says_where_it_is_from_and_what_is_derived(request_for: RequestFor) -> None:
    header = STEP.write(request_for("AXE640224", view=View.HEADER)).decode("ascii")
    assert "AXE640224, 0.85 mm high" in header
    assert "H-spi-adapters (martinberlin)" in header
    assert "not the manufacturer''s drawing" in header
    said = r"height of the header derived: mated height 1 mm .* slot floor 0.15 mm = 0.85 mm"
    assert re.search(said, header)
    socket = STEP.write(request_for("AXE540127/AXE640224", view=View.SOCKET)).decode("ascii")
    assert "derived" not in socket
    lower = STEP.write(request_for("AXE540127/AXE640124", view=View.MATED)).decode("ascii")
    assert "derived" not in lower
    assert "mated at 0.8 mm" in lower


def test_into_a_folder_a_pair_is_both_halves(request_for: RequestFor) -> None:
    views = [part.spec.view for part in STEP.split(request_for())]
    assert views == [View.SOCKET, View.HEADER]
    assert [part.spec.view for part in STEP.split(request_for(view=View.MATED))] == [View.MATED]


def test_the_part_alone_names_the_file(request_for: RequestFor) -> None:
    assert STEP.file_name(request_for(view=View.SOCKET)) == "AXE540127.step"
    loop = request_for(view=View.SOCKET, numbering=Numbering(RowScheme.LOOP))
    assert STEP.write(loop) == STEP.write(request_for(view=View.SOCKET))
    assert STEP.file_name(request_for(view=View.MATED)) == "AXE540127-AXE640124-mated.step"


@pytest.mark.parametrize("view", [View.PAIR, View.TAPE])
def test_other_views_are_refused_with_what_to_do(request_for: RequestFor, view: View) -> None:
    with pytest.raises(A4sError, match="choose the view socket, header or mated") as refused:
        STEP.check(Layout(request_for(view=view)))
    assert "\n" not in str(refused.value)


def test_a_pair_without_a_mated_height_has_no_mated_model(request_for: RequestFor) -> None:
    with pytest.raises(A4sError, match="no mated height is stated"):
        STEP.write(request_for("AXE5E4026", view=View.MATED))
    request = request_for("AXE5E4026", view=View.HEADER)
    assert solids(request)
    said = "0.65 mm high as the standard type for 0.8 mm: its own height is not stated."
    assert said in STEP.write(request).decode()
