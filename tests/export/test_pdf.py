"""The PDF sheet as its reader sees it: paper, exact scale, layers, title, the same bytes."""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Callable
from dataclasses import replace
from itertools import product
from xml.etree import ElementTree as ET

import pytest
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont

from a4s_gui import PROGRAM
from a4s_gui.drawing.lettering import FONT_FILE
from a4s_gui.drawing.scene import Layer, Text
from a4s_gui.drawing.sheet.framed_sheet import DoesNotFitError
from a4s_gui.drawing.sheet.paper import Paper
from a4s_gui.drawing.sheet.title_block import SheetLabels
from a4s_gui.drawing.spec import View
from a4s_gui.export.layout import FramedLayout, scale_on
from a4s_gui.export.pdf import pdf_bytes
from a4s_gui.export.registry import format_for
from a4s_gui.export.request import ExportRequest, export_date
from a4s_gui.render.qt.outlines import letters_on
from a4s_gui.resources import resource_path
from tests.every import thinned
from tests.export.pdf_reader import MM_PER_POINT, Pdf
from tests.export.svg_reader import around

RequestFor = Callable[..., ExportRequest]
BODY = frozenset({Layer.BODY})
A4_MM, A3_MM = (297.0, 210.0), (420.0, 297.0)


def pdf_of(request: ExportRequest, **changes: object) -> Pdf:
    return Pdf(pdf_bytes(FramedLayout(replace(request, **changes))))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("drawing", "paper", "size_mm"),
    [
        (("AXE540127/AXE640124", View.SOCKET, 20), Paper.A4, A4_MM),
        (("AXE540127/AXE640124", View.PAIR, 20), Paper.A3, A3_MM),
        (("AXE510127/AXE610124", View.PAIR, 20), Paper.A4, A4_MM[::-1]),
        (("AXE510127/AXE610124", View.PAIR, 28), Paper.A3, A3_MM[::-1]),
        (("AXE580127/AXE680124", View.MATED, 20), Paper.A3, A3_MM),
    ],
)
def test_the_paper_is_taken_as_suits_the_drawing(
    request_for: RequestFor,
    drawing: tuple[str, View, float],
    paper: Paper,
    size_mm: tuple[float, float],
) -> None:
    number, view, scale = drawing
    pdf = pdf_of(request_for(number, scale, view=view), paper=paper)
    assert pdf.size_mm == pytest.approx(size_mm, abs=1e-4)


def test_paper_that_fits_is_as_large_as_drawing_and_title_block_need(
    request_for: RequestFor,
) -> None:
    request = request_for("AXE580127/AXE680124", view=View.SOCKET, layers=BODY)
    width, height = pdf_of(request).size_mm
    assert width == pytest.approx(18.5 * 20 + 2 * (5 + 6), abs=1e-3)
    assert height == pytest.approx(2.5 * 20 + 40.5 + 2 * (5 + 6), abs=1e-3)
    small = request_for("AXE510127/AXE610124", view=View.SOCKET, layers=BODY)
    assert pdf_of(small).size_mm[0] == pytest.approx(190 + 2 * 5, abs=1e-3)


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("scale", [7, 12.345, 20])
def test_a_millimetre_of_the_part_is_exactly_the_scale_on_the_page(
    request_for: RequestFor, paper: Paper, scale: float
) -> None:
    pdf = pdf_of(request_for(view=View.HEADER, scale=scale, layers=BODY), paper=paper)
    unit, _, _, flipped, _, top = map(float, pdf.content[0].removesuffix(" cm").split())
    assert unit == -flipped == pytest.approx(1 / MM_PER_POINT, rel=1e-9)
    assert top * MM_PER_POINT == pytest.approx(pdf.size_mm[1], abs=1e-4)
    body = around(pdf.rects("Body"))
    terminals_mm = 9.2 + 0.15  # C, and the metal's width
    assert body[2:] == pytest.approx((terminals_mm * scale, 2.0 * scale), abs=1e-4)
    assert body[0] + body[2] / 2 == pytest.approx(pdf.size_mm[0] / 2, abs=1e-3)


def test_every_pad_lies_where_the_land_pattern_has_it(request_for: RequestFor) -> None:
    request = request_for(view=View.SOCKET, layers=frozenset({Layer.BODY, Layer.COPPER}))
    pdf = pdf_of(request)
    body = around(pdf.rects("Body"))
    x0, y0 = body[0] + body[2] / 2, body[1] + body[3] / 2
    scene, _ = FramedLayout(request).drawn
    wanted = sorted(
        (x0 + 20 * rect.left_mm, y0 + 20 * rect.top_mm, 20 * rect.width_mm, 20 * rect.height_mm)
        for _, rect in scene.placed[0].pads()
    )
    for drawn, meant in zip(sorted(pdf.rects("Copper")), wanted, strict=True):
        assert drawn == pytest.approx(meant, abs=2e-4)


@pytest.mark.hypothesis
@pytest.mark.parametrize(("view", "paper"), thinned(product(View, (Paper.A4, Paper.A3)), 3))
def test_what_does_not_fit_is_refused_with_a_scale_and_a_paper_that_do(
    request_for: RequestFor, paper: Paper, view: View
) -> None:
    request = replace(request_for("AXE580127/AXE680124", 50, view=view), paper=paper)
    with pytest.raises(DoesNotFitError) as refused:
        format_for("pdf").check(FramedLayout(request))
    message = str(refused.value)
    assert "\n" not in message
    said = re.search(r"50:1 is too large for (A\d); choose a scale of at most (\d+) or", message)
    assert said
    assert said[1] == paper
    largest = int(said[2])
    pdf = pdf_of(request, scale=largest)
    assert sorted(pdf.size_mm) == pytest.approx(sorted(paper.size_mm or ()), abs=1e-3)
    with pytest.raises(DoesNotFitError):
        pdf_bytes(FramedLayout(replace(request, scale=largest + 1)))
    instead = re.search(r" or (\w+) paper$", message)
    assert instead
    format_for("pdf").check(FramedLayout(replace(request, paper=Paper(instead[1]))))


def test_a_scale_that_is_not_named_fills_the_paper(request_for: RequestFor) -> None:
    long, short = request_for("AXE580127/AXE680124").spec, request_for("AXE510127/AXE610124").spec
    assert scale_on(Paper.FIT, long) == 20
    assert scale_on(Paper.A4, short) == 20
    assert 10 <= scale_on(Paper.A4, long) < scale_on(Paper.A3, long) < 20
    assert scale_on(Paper.A4, replace(long, view=View.TAPE)) < 4


def test_layers_can_be_switched_in_the_reader(request_for: RequestFor) -> None:
    pdf = pdf_of(request_for(layers=frozenset({Layer.BODY, Layer.CENTRE_LINES, Layer.COPPER})))
    assert pdf.layers == ["Copper", "Body", "Centre lines", "Notes"]  # the title block
    assert sum(line.endswith(" BDC") for line in pdf.content) == 4
    assert pdf.content.count("EMC") == 4


def test_the_file_says_what_it_is_and_asks_for_its_own_size(request_for: RequestFor) -> None:
    pdf = pdf_of(request_for(), date=dt.date(2031, 2, 3))
    assert pdf.text(pdf.information, "Title") == "AXE540127 + AXE640124, pair view, 20:1"
    subject = pdf.text(pdf.information, "Subject")
    for words in ("odd/even rows", "GPD_Pocket-mods", "datasheet, 2016"):
        assert words in subject
    assert pdf.text(pdf.information, "Creator") == PROGRAM
    assert "/CreationDate (D:20310203)" in pdf.information
    assert "/PrintScaling /None" in pdf.root


def test_there_are_lines_and_texts_but_no_pictures(request_for: RequestFor) -> None:
    pdf = pdf_of(request_for(layers=frozenset(Layer), view=View.MATED))
    assert not re.search(rb"/XObject|/Image", pdf.data)
    words = re.sub(r"<\w*>|[\[\]]", " ", " ".join(pdf.content)).split()
    operators = {word for word in words if word.isalpha()}
    assert {"re", "S", "f", "BDC", "EMC", "BT", "Tj", "ET"} <= operators
    assert not operators & {"Do", "BI", "sh"}
    for word in set(words) - operators:
        assert re.fullmatch(r"/\w+|-?\d+(\.\d*[1-9])?", word), word
        assert word != "-0"


@pytest.mark.parametrize("view", list(View))
def test_all_texts_of_the_sheet_can_be_searched_and_copied(
    request_for: RequestFor, view: View
) -> None:
    request = request_for(view=view, layers=frozenset(Layer))
    pdf = pdf_of(request)
    scene, _ = FramedLayout(request).drawn
    shown = [shape.text for shape in scene.shapes() if isinstance(shape, Text)]
    assert pdf.texts() == shown
    assert any("AXE540127 + AXE640124" in text for text in shown)


def test_letters_are_where_their_outlines_were(request_for: RequestFor) -> None:
    """Against the font engine that paints pictures: each letter's place, as widths add up."""
    request = request_for(view=View.SOCKET)
    pdf = pdf_of(request)
    scene, sheet = FramedLayout(request).drawn
    widths = re.search(rb"/W \[0 \[([-\d. ]+)\]\]", pdf.font["CIDFont"])
    assert widths
    advance = [float(width) / 1000 for width in widths[1].split()]
    texts = [shape for shape in scene.shapes() if isinstance(shape, Text)]
    drawn = [line for line in pdf.content if line.startswith("BT")]
    for shape, line in zip(texts, drawn, strict=True):
        size, *matrix, x, y = map(float, re.findall(r"(?<=[ ])-?[\d.]+(?= )", line))
        code = re.search(r"<(\w+)>", line)
        assert code
        along = 0.0
        places = []
        for character, glyph in zip(shape.text, re.findall(r"\w{4}", code[1]), strict=True):
            if character != " ":
                places.append((x + matrix[0] * along, y + matrix[1] * along))
            along += advance[int(glyph, 16)] * size
        meant = [place for _, place in letters_on(sheet, shape)]
        for place, wanted in zip(places, meant, strict=True):
            assert place == pytest.approx(wanted, abs=1e-3)


def test_the_font_is_a_subset_that_others_can_read(request_for: RequestFor) -> None:
    pdf = pdf_of(request_for())
    parts = pdf.font
    font = TTFont(io.BytesIO(parts["FontFile2"]), checkChecksums=2)
    whole = TTFont(resource_path(*FONT_FILE))
    used = {character for text in pdf.texts() for character in text}
    assert len(font.getGlyphOrder()) < len(used) + 20
    assert len(parts["FontFile2"]) < 30_000
    assert re.search(rb"/BaseFont /[A-Z]{6}\+Roboto-Regular ", parts["Type0"])
    assert b"/Flags 32 " in parts["Descriptor"]
    for code, character in pdf.characters().items():
        name = font.getGlyphName(int(code, 16))
        meant = whole.getBestCmap()[ord(character)]
        assert font["hmtx"][name] == whole["hmtx"][meant]
        pens = []
        for file, glyph in ((font, name), (whole, meant)):
            pen = DecomposingRecordingPen(file.getGlyphSet())
            file.getGlyphSet()[glyph].draw(pen)
            pens.append(pen.value)
        assert pens[0] == pens[1], character


def test_labels_stand_in_the_title_block_and_in_the_file(request_for: RequestFor) -> None:
    labels = SheetLabels("Camera <7> & lens", "Åsa Öberg", "B")
    plain, said = pdf_of(request_for()), pdf_of(request_for(), labels=labels)
    assert {"Project", "Camera <7> & lens", "Author", "Revision", "B"} <= set(said.texts())
    assert "Project" not in plain.texts()
    assert said.size_mm[1] == pytest.approx(plain.size_mm[1] + 8.5, abs=1e-3)
    assert said.text(said.information, "Author") == "Åsa Öberg"
    assert "Project: Camera <7> & lens" in said.text(said.information, "Subject")
    assert "/Author" not in plain.information


@pytest.mark.parametrize("odd", ["\x0b", "\udcff", "\n"])
def test_labels_that_no_file_can_hold_do_not_damage_it(request_for: RequestFor, odd: str) -> None:
    """As a shell hands them over: control characters, and bytes that are no UTF-8."""
    pdf = pdf_of(request_for(), labels=SheetLabels("", f"J{odd}D", f"{odd}B"))
    author = _xmp_of(pdf)["creator"]
    assert author in {"J\ufffdD", "J D"}
    assert pdf.text(pdf.information, "Author") == author
    assert author in pdf.texts()


def test_a_pattern_with_control_characters_in_its_title_damages_no_file(
    request_for: RequestFor,
) -> None:
    spec = request_for().spec
    odd = replace(spec.pattern, title="odd \x0b\n\ufffftitle")
    pdf = pdf_of(request_for(), spec=replace(spec, pattern=odd))
    assert "odd    title" in _xmp_of(pdf)["description"]


def _xmp_of(pdf: Pdf) -> dict[str, str]:
    stream = pdf.objects[pdf.reference(pdf.root, "Metadata")]
    text = stream.partition(b"\nstream\n")[2].removesuffix(b"\nendstream").decode("utf-8")
    tree = ET.fromstring(text)  # noqa: S314 # made by the test
    return {
        element.tag.partition("}")[2]: "".join(element.itertext()).strip()
        for element in tree.iter()
    }


def test_the_metadata_say_the_same_in_xmp(request_for: RequestFor) -> None:
    labels = SheetLabels(author="A & B")
    pdf = pdf_of(request_for(), labels=labels, date=dt.date(2031, 2, 3))
    assert "/Lang (en)" in pdf.root
    said = _xmp_of(pdf)
    assert said["title"] == "AXE540127 + AXE640124, pair view, 20:1"
    assert said["creator"] == "A & B"
    assert said["language"] == "en"
    assert said["CreateDate"] == "2031-02-03"
    assert "GPD_Pocket-mods" in said["description"]


def test_the_same_request_has_the_same_bytes_and_the_date_alone_changes_them(
    request_for: RequestFor,
) -> None:
    day = replace(request_for(), date=dt.date(2030, 1, 2))
    assert pdf_bytes(FramedLayout(day)) == pdf_bytes(FramedLayout(day))
    assert pdf_bytes(FramedLayout(day)) != pdf_bytes(
        FramedLayout(replace(day, date=dt.date(2030, 1, 3)))
    )


def test_the_date_can_be_given_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert export_date() == dt.date(1970, 1, 2)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "tomorrow")
    with pytest.raises(Exception, match=r"SOURCE_DATE_EPOCH: “tomorrow” is no number of seconds"):
        export_date()
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert abs(export_date() - dt.datetime.now(tz=dt.UTC).date()) <= dt.timedelta(days=1)
