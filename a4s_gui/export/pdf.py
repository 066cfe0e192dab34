"""A drawing as a PDF page with frame, notes and title block: lines, and texts to search.

Written from the scene's primitives. Qt's own PDF writer rounds the page to whole points, turns
every stroke of a pen into a filled outline, knows no layers and writes other bytes every time.
"""

from __future__ import annotations

import datetime as dt
import html

from a4s_gui import PROGRAM
from a4s_gui.catalog.numbers import plain_number
from a4s_gui.catalog.wording import one_line
from a4s_gui.drawing.scene import Scene
from a4s_gui.drawing.sheet.sheet import Sheet
from a4s_gui.export.facts import facts_of, title_of
from a4s_gui.export.layout import Layout
from a4s_gui.frozen import frozen
from a4s_gui.render.pdf.content import (
    POINTS_PER_MM,
    characters,
    opacities,
    page_content,
    shown_layers,
)
from a4s_gui.render.pdf.embedded_font import FONT_OBJECTS, font_objects
from a4s_gui.render.pdf.file import packed_stream, pdf_file, pdf_stream, pdf_text
from a4s_gui.render.pdf.font import font_subset

_CATALOG, _PAGES, _PAGE, _CONTENT, _INFORMATION, _METADATA, _FONT = range(1, 8)
_FIRST_LAYER = _FONT + FONT_OBJECTS
"""The numbers of the objects in the file."""


def pdf_bytes(layout: Layout) -> bytes:
    """Return a drawing as the bytes of a PDF file of one page.

    One millimetre of the part is exactly ``scale`` millimetres of the page, and the file asks to
    be printed at its own size. Layers can be switched in the reader. Raises as the layout does, and
    as :func:`pdf_of`.
    """
    request = layout.request
    labels = request.labels
    facts = (*labels.facts(), *facts_of(request))
    about = Information(title_of(request), facts, request.date, labels.author)
    return pdf_of(layout.scene, layout.sheet, about)


@frozen
class Information:
    """What a PDF file says about itself."""

    title: str
    facts: tuple[str, ...]
    date: dt.date
    author: str = ""


def pdf_of(scene: Scene, sheet: Sheet, about: Information) -> bytes:
    """Return any scene on its sheet as a PDF file of one page.

    Raises
    ------
    A4sError
        The drawing font is missing.
    """
    font = font_subset(characters(scene))
    layers = shown_layers(scene)
    references = [f"{_FIRST_LAYER + i} 0 R" for i in range(len(layers))]
    listed = f"[{' '.join(references)}]"
    properties = " ".join(f"/L{i} {reference}" for i, reference in enumerate(references))
    states = " ".join(f"/A{i} << /ca {plain_number(a)} >>" for i, a in enumerate(opacities(scene)))
    width, height = (plain_number(mm * POINTS_PER_MM) for mm in (sheet.width_mm, sheet.height_mm))
    objects: dict[int, str | bytes] = {
        _CATALOG: (
            f"<< /Type /Catalog /Pages {_PAGES} 0 R /Lang (en) /Metadata {_METADATA} 0 R "
            "/ViewerPreferences << /PrintScaling /None /DisplayDocTitle true >> "
            f"/OCProperties << /OCGs {listed} /D << /Order {listed} /ON {listed} >> >> >>"
        ),
        _PAGES: f"<< /Type /Pages /Kids [{_PAGE} 0 R] /Count 1 >>",
        _PAGE: (
            f"<< /Type /Page /Parent {_PAGES} 0 R /MediaBox [0 0 {width} {height}] "
            f"/Contents {_CONTENT} 0 R "
            f"/Resources << /Properties << {properties} >> /ExtGState << {states} >> "
            f"/Font << /F0 {_FONT} 0 R >> >> >>"
        ),
        _CONTENT: packed_stream(page_content(scene, sheet, font)),
        _INFORMATION: _information(about),
        _METADATA: pdf_stream(_xmp(about).encode(), "/Type /Metadata /Subtype /XML"),
    }
    objects |= dict(enumerate(font_objects(font, _FONT), start=_FONT))
    for number, layer in enumerate(layers, start=_FIRST_LAYER):
        objects[number] = f"<< /Type /OCG /Name {pdf_text(layer.label)} >>"
    return pdf_file([objects[n] for n in sorted(objects)], root=_CATALOG, info=_INFORMATION)


def _information(about: Information) -> str:
    entries = {
        "Title": pdf_text(about.title),
        "Subject": pdf_text("; ".join(about.facts)),
        "Creator": pdf_text(PROGRAM),
        "Producer": pdf_text(PROGRAM),
        "CreationDate": f"(D:{about.date:%Y%m%d})",
    }
    if about.author:
        entries["Author"] = pdf_text(about.author)
    return f"<< {' '.join(f'/{key} {value}' for key, value in entries.items())} >>"


def _xmp(about: Information) -> str:
    """Return the same as the document information, as today's programs read it."""
    title = html.escape(about.title)
    subject = html.escape(one_line("; ".join(about.facts)))
    program, author = html.escape(PROGRAM), html.escape(about.author)
    by = f"<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>" if author else ""
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">\n'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">\n'
        "<dc:format>application/pdf</dc:format>\n"
        "<dc:language><rdf:Bag><rdf:li>en</rdf:li></rdf:Bag></dc:language>\n"
        f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>\n'
        '<dc:description><rdf:Alt><rdf:li xml:lang="x-default">'
        f"{subject}</rdf:li></rdf:Alt></dc:description>\n{by}"
        f"<xmp:CreatorTool>{program}</xmp:CreatorTool>\n"
        f"<xmp:CreateDate>{about.date.isoformat()}</xmp:CreateDate>\n"
        f"<pdf:Producer>{program}</pdf:Producer>\n"
        "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n"
        '<?xpacket end="r"?>'
    )
