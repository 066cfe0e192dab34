"""A drawing as a PDF page with frame, notes and title block: lines and outlines, no fonts.

Written from the scene's primitives. Qt's own PDF writer rounds the page to whole points, turns
every stroke of a pen into a filled outline, knows no layers and writes other bytes every time.
"""

from __future__ import annotations

import datetime as dt
import zlib
from dataclasses import dataclass

from a4s_gui.catalog.numbers import plain_number
from a4s_gui.drawing.scene import Scene
from a4s_gui.drawing.sheet.sheet import Sheet
from a4s_gui.export.facts import facts_of, title_of
from a4s_gui.export.layout import Layout
from a4s_gui.render.pdf.content import POINTS_PER_MM, opacities, page_content, shown_layers
from a4s_gui.render.pdf.file import pdf_file, pdf_stream, pdf_text
from a4s_gui.render.qt.application import ensure_gui_application

_CATALOG, _PAGES, _PAGE, _CONTENT, _INFORMATION, _FIRST_LAYER = range(1, 7)
"""The numbers of the objects in the file."""


def pdf_bytes(layout: Layout) -> bytes:
    """Return a drawing as the bytes of a PDF file of one page.

    One millimetre of the part is exactly ``scale`` millimetres of the page, and the file asks to
    be printed at its own size. Layers can be switched in the reader.

    Raises
    ------
    DoesNotFitError
        The drawing is larger than the paper.
    A4sError
        The drawing font is missing.
    """
    request = layout.request
    program = f"a4s-gui {request.program_version}"
    about = Information(title_of(request), tuple(facts_of(request)), program, request.date)
    return pdf_of(layout.scene, layout.sheet, about)


@dataclass(frozen=True, slots=True)
class Information:
    """What a PDF file says about itself."""

    title: str
    facts: tuple[str, ...]
    program: str
    date: dt.date


def pdf_of(scene: Scene, sheet: Sheet, about: Information) -> bytes:
    """Return any scene on its sheet as a PDF file of one page.

    Raises
    ------
    A4sError
        The drawing font is missing.
    """
    ensure_gui_application()
    layers = shown_layers(scene)
    references = [f"{_FIRST_LAYER + i} 0 R" for i in range(len(layers))]
    listed = f"[{' '.join(references)}]"
    properties = " ".join(f"/L{i} {reference}" for i, reference in enumerate(references))
    states = " ".join(f"/A{i} << /ca {plain_number(a)} >>" for i, a in enumerate(opacities(scene)))
    width, height = (plain_number(mm * POINTS_PER_MM) for mm in (sheet.width_mm, sheet.height_mm))
    objects: dict[int, str | bytes] = {
        _CATALOG: (
            f"<< /Type /Catalog /Pages {_PAGES} 0 R "
            "/ViewerPreferences << /PrintScaling /None /DisplayDocTitle true >> "
            f"/OCProperties << /OCGs {listed} /D << /Order {listed} /ON {listed} >> >> >>"
        ),
        _PAGES: f"<< /Type /Pages /Kids [{_PAGE} 0 R] /Count 1 >>",
        _PAGE: (
            f"<< /Type /Page /Parent {_PAGES} 0 R /MediaBox [0 0 {width} {height}] "
            f"/Contents {_CONTENT} 0 R "
            f"/Resources << /Properties << {properties} >> /ExtGState << {states} >> >> >>"
        ),
        _CONTENT: pdf_stream(zlib.compress(page_content(scene, sheet)), "/Filter /FlateDecode"),
        _INFORMATION: _information(about),
    }
    for number, layer in enumerate(layers, start=_FIRST_LAYER):
        objects[number] = f"<< /Type /OCG /Name {pdf_text(layer.label)} >>"
    return pdf_file([objects[n] for n in sorted(objects)], root=_CATALOG, info=_INFORMATION)


def _information(about: Information) -> str:
    entries = {
        "Title": pdf_text(about.title),
        "Subject": pdf_text("; ".join(about.facts)),
        "Creator": pdf_text(about.program),
        "Producer": pdf_text(about.program),
        "CreationDate": f"(D:{about.date:%Y%m%d})",
    }
    return f"<< {' '.join(f'/{key} {value}' for key, value in entries.items())} >>"
