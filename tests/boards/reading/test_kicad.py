"""KiCad's texts of five major versions, each in its own words."""

from __future__ import annotations

import pytest

from a4s_gui.boards.model import BoardFileError, BoardSide
from a4s_gui.boards.reading.kicad import read_kicad
from a4s_gui.boards.reading.s_expression import DEEPEST

KICAD_5 = """(kicad_pcb (version 20171130) (host pcbnew "(5.1.9)-1")
  (layers (0 F.Cu signal) (31 B.Cu signal))
  (setup (pad_to_mask_clearance 0.051))
  (net 0 "") (net 1 GND) (net 2 /power/VBAT)
  (module lib:AXE510127 (layer F.Cu) (tedit 5E) (tstamp 5F)
    (at 10 20 90)
    (fp_text reference J1 (at 0 -2 90) (layer F.SilkS))
    (fp_text value AXE510127 (at 0 2 90) (layer F.Fab))
    (fp_text user %R (at 0 0) (layer F.Fab))
    (pad 1 smd rect (at -0.8 -1.125 90) (size 0.23 0.65) (layers F.Cu F.Paste F.Mask)
      (net 1 GND))
    (pad "" smd rect (at 0 0) (size 0.1 0.1) (layers F.Paste))
    (pad 2 smd rect (at -0.8 1.125 90) (size 0.23 0.65) (layers F.Cu F.Paste F.Mask)
      (net 2 /power/VBAT))))
"""
KICAD_6 = KICAD_5.replace("20171130) (host pcbnew", "20211014) (generator pcbnew").replace(
    "(module", "(footprint"
)
KICAD_8 = """(kicad_pcb
\t(version 20240108)
\t(generator "pcbnew")
\t(generator_version "8.0")
\t(setup
\t\t(pad_to_mask_clearance 0.051)
\t)
\t(net 0 "")
\t(net 1 "GND")
\t(net 2 "/power/VBAT")
\t(footprint "lib:AXE510127"
\t\t(layer "F.Cu")
\t\t(uuid "0")
\t\t(at 10 20 90)
\t\t(property "Reference" "J1" (at 0 -2 90) (layer "F.SilkS"))
\t\t(property "Value" "AXE510127" (at 0 2 90) (layer "F.Fab"))
\t\t(pad "1" smd rect (at -0.8 -1.125 90) (size 0.23 0.65) (layers "F.Cu" "F.Paste" "F.Mask")
\t\t\t(net 1 "GND") (uuid "1"))
\t\t(pad "2" smd rect (at -0.8 1.125 90) (size 0.23 0.65) (layers "F.Cu" "F.Paste" "F.Mask")
\t\t\t(net 2 "/power/VBAT") (uuid "2"))
\t)
)
"""
KICAD_10 = (
    KICAD_8.replace("20240108", "20260206")
    .replace('"8.0"', '"10.0"')
    .replace('\t(net 0 "")\n\t(net 1 "GND")\n\t(net 2 "/power/VBAT")\n', "")
    .replace('(net 1 "GND")', '(net "GND")')
    .replace('(net 2 "/power/VBAT")', '(net "/power/VBAT")')
)


@pytest.mark.parametrize("text", [KICAD_5, KICAD_6, KICAD_8, KICAD_10], ids=["5", "6", "8", "10"])
def test_a_board_of_each_version_says_the_same(text: str) -> None:
    (component,) = read_kicad(text.encode(), "b").components

    assert component.reference == "J1"
    assert ("value", "AXE510127") in component.texts
    assert ("footprint", "lib:AXE510127") in component.texts
    assert component.rotation_deg == 90.0
    one, two = component.pads
    # Turned by 90 counter-clockwise, left comes to lie below and up to the left.
    assert (one.x_mm, one.y_mm) == pytest.approx((10 - 1.125, 20 + 0.8))
    assert (two.x_mm, two.y_mm) == pytest.approx((10 + 1.125, 20 + 0.8))
    assert (one.width_mm, one.height_mm, one.angle_deg) == (0.23, 0.65, 90.0)
    assert (one.number, one.net) == ("1", "GND")
    assert (two.number, two.net) == ("2", "/power/VBAT")
    assert one.side is BoardSide.FRONT
    assert one.mask_margin_mm == 0.051


def test_copper_layers_that_kicad_5_users_renamed() -> None:
    text = KICAD_5.replace("(0 F.Cu", "(0 Top").replace("layers F.Cu", "layers Top")
    text = text.replace("(31 B.Cu", "(31 Bottom").replace("layers Top", "layers Bottom", 1)
    (component,) = read_kicad(text.encode(), "b").components

    assert [pad.side for pad in component.pads] == [BoardSide.BACK, BoardSide.FRONT]


def test_a_net_by_its_number_alone_is_looked_up() -> None:
    text = KICAD_8.replace('(net 1 "GND") (uuid', "(net 1) (uuid")
    (component,) = read_kicad(text.encode(), "b").components

    assert component.pads[0].net == "GND"


def pad_of(pad: str, more: str = "") -> object:
    text = f'(footprint "AXE540127" (layer "F.Cu") {more} {pad})'
    return read_kicad(text.encode(), "f").components[0].pads[0]


def test_offset_and_primitives_belong_to_a_pad() -> None:
    moved = pad_of('(pad 1 smd rect (at 1 2 90) (size 1 2) (drill (offset 0.5 0)) (layers "F.Cu"))')
    assert (moved.x_mm, moved.y_mm) == pytest.approx((1, 1.5))  # type: ignore[attr-defined]

    custom = pad_of(
        '(pad 1 smd custom (at 0 0) (size 0.2 0.2) (layers "F.Cu") (primitives (gr_poly (pts'
        " (xy -0.1 -0.3) (xy 0.1 -0.3) (xy 0.1 0.5) (xy -0.1 0.5)) (width 0))))"
    )
    assert (custom.height_mm, custom.y_mm) == pytest.approx((0.8, 0.1))  # type: ignore[attr-defined]


def test_margins_of_pad_footprint_and_board_are_in_force_in_that_order() -> None:
    pad = '(pad 1 smd rect (at 0 0) (size 0.2 1) (layers "F.Cu" "F.Paste") {})'
    set_by_pad = pad_of(pad.format("(solder_mask_margin 0.04)"), "(solder_mask_margin 0.07)")
    set_by_footprint = pad_of(pad.format(""), "(solder_mask_margin 0.07)")

    assert set_by_pad.mask_margin_mm == 0.04  # type: ignore[attr-defined]
    assert set_by_footprint.mask_margin_mm == 0.07  # type: ignore[attr-defined]
    assert pad_of(pad.format("")).mask_margin_mm is None  # type: ignore[attr-defined]
    paste = pad_of(pad.format("(solder_paste_margin -0.02)"))
    assert paste.paste_ratio == pytest.approx(0.16 * 0.96 / 0.2)  # type: ignore[attr-defined]


def test_an_aperture_of_its_own_is_the_pads_paste() -> None:
    pad = pad_of(
        '(pad 1 smd rect (at 0 0) (size 0.2 1) (layers "F.Cu" "F.Mask"))'
        '(pad "" smd rect (at 0 0) (size 0.2 0.7) (layers "F.Paste"))'
    )
    assert pad.paste_ratio == pytest.approx(0.7)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("damage", "message"),
    [
        (lambda t: t[:-3], r"^b, line \d+: expected the closing bracket of \("),
        (lambda t: t.replace('"GND") (uuid', '"GND) (uuid'), "expected"),
        (lambda t: t.replace("-1.125", "nan", 1), "line 17: expected a number at place 2 of .at"),
        (lambda t: t.replace("-1.125", "1e999", 1), "line 17: expected a number"),
        (lambda t: t.replace("(size 0.23 0.65)", "", 1), "line 17: expected .size … in .pad"),
        (lambda t: t.replace("(layer ", "(x " * (DEEPEST + 5), 1), "lists in each other"),
    ],
)
def test_damage_is_said_with_its_line(damage, message: str) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(BoardFileError, match=message):
        read_kicad(damage(KICAD_8).encode(), "b")


def test_a_footprint_of_more_pads_than_any_connector_is_refused_unread() -> None:
    pad = b'(pad "1" smd rect (at 0 0) (size 0.2 0.6) (layers "F.Cu"))\n'
    many = b'(footprint "AXE510127" (layer "F.Cu")\n' + 5_001 * pad
    with pytest.raises(BoardFileError) as refused:
        read_kicad(many, "a.kicad_mod")  # cut at its end: nobody comes there
    told = "a connector's has some hundreds, and at most 5,000 are read"
    assert str(refused.value) == f"a.kicad_mod: the footprint has 5,001 pads; {told}"
    board = b"(kicad_pcb (version 20240108)\n" + many + b"))"
    assert read_kicad(board, "a.kicad_pcb").components == ()
