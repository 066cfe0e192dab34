"""The nets of boards in the drawing go into every file that has pads."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from dataclasses import replace

import ezdxf
import pytest
from ezdxf.entities import Insert

from a4s_gui.catalog.model import Half
from a4s_gui.drawing.spec import View
from a4s_gui.export.facts import facts_of
from a4s_gui.export.registry import FORMATS, format_for
from a4s_gui.export.request import ExportRequest
from tests.export import png_reader
from tests.export.kicad_reader import ReadFootprint, child
from tests.export.pdf_reader import Pdf

RequestFor = Callable[..., ExportRequest]
NETS = {
    Half.SOCKET: {"1": "VBAT", "2": "GND", "10": "A&B <Ω> 50%%D^"},
    Half.HEADER: {"1": "VBAT", "3": 'say "SDA"\\'},
}
SOCKET_FACT = "Nets of the socket's pads: 1 VBAT, 2 GND, 10 A&B <Ω> 50%%D^"


@pytest.fixture
def request_with_nets(request_for: RequestFor) -> Callable[[View], ExportRequest]:
    return lambda view: request_for("AXE510127", dpi=50, view=view, nets=NETS)


def test_the_facts_name_the_nets_in_order_of_numbers(
    request_with_nets: Callable[[View], ExportRequest], request_for: RequestFor
) -> None:
    facts = facts_of(request_with_nets(View.PAIR))

    assert SOCKET_FACT in facts
    assert 'Nets of the header\'s pads: 1 VBAT, 3 say "SDA"\\' in facts
    assert not any("Nets" in fact for fact in facts_of(request_for("AXE510127")))


@pytest.mark.parametrize("view", [View.PAIR, View.MATED, View.SOCKET])
def test_a_dxf_has_the_net_beside_the_number_of_a_pad(
    request_with_nets: Callable[[View], ExportRequest], view: View
) -> None:
    text = format_for("dxf").write(request_with_nets(view)).decode()
    document = ezdxf.read(io.StringIO(text))

    assert not document.audit().errors
    inserts = [one for one in document.modelspace().query("INSERT") if isinstance(one, Insert)]
    for insert in inserts:
        half = Half.SOCKET if insert.dxf.name.startswith("AXE5") else Half.HEADER
        attributes = {found.dxf.tag: found for found in insert.attribs}
        nets = {tag[4:]: a for tag, a in attributes.items() if tag.startswith("NET_")}
        assert set(nets) == set(NETS[half])
        for number, net in nets.items():
            shown = NETS[half][number].replace("%%", "%%%%%%").replace("^", "^ ")
            assert net.dxf.text == shown
            assert net.is_invisible
            assert net.dxf.insert == attributes[f"PAD_{number}"].dxf.insert
    assert len(inserts) == (1 if view is View.SOCKET else 2)


@pytest.mark.parametrize("view", [View.SOCKET, View.HEADER])
def test_a_footprint_has_each_net_as_the_function_of_its_pin(
    request_with_nets: Callable[[View], ExportRequest], view: View
) -> None:
    request = request_with_nets(view)
    written = format_for("kicad_mod").write(request)
    without = format_for("kicad_mod").write(replace(request, spec=replace(request.spec, nets={})))

    pads = ReadFootprint(written).all("pad")
    found = {pad[1]: net for pad in pads for net in child(pad, "pinfunction")}
    assert found == NETS[Half(str(view))]
    assert re.sub(rb' \(pinfunction "(?:[^"\\]|\\.)*"\)', b"", written) == without


def test_pictures_and_sheets_say_them_of_themselves(
    request_with_nets: Callable[[View], ExportRequest],
) -> None:
    request = request_with_nets(View.PAIR)

    assert SOCKET_FACT in png_reader.texts(format_for("png").write(request))["Description"]
    svg = format_for("svg").write(request).decode()
    assert SOCKET_FACT.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") in svg
    pdf = Pdf(format_for("pdf").write(request))
    assert SOCKET_FACT in pdf.text(pdf.information, "Subject")


def test_every_format_but_the_solids_says_them(
    request_with_nets: Callable[[View], ExportRequest],
) -> None:
    for known in FORMATS:
        requests = known.split(request_with_nets(View.PAIR))
        written = [known.write(request) for request in requests]
        plain = [known.write(replace(r, spec=replace(r.spec, nets={}))) for r in requests]
        assert (written == plain) is (known.suffix == "step"), known.suffix


def test_tables_hold_them(request_with_nets: Callable[[View], ExportRequest]) -> None:
    text = format_for("pads.csv").write(request_with_nets(View.PAIR)).decode()
    rows = list(csv.DictReader(io.StringIO(text)))
    found = {(row["half"], row["number"]): row["net"] for row in rows if row["net"]}

    assert found == {(str(half), n): net for half, nets in NETS.items() for n, net in nets.items()}
