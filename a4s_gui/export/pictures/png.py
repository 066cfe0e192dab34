"""A drawing as a PNG picture, true to its scale and dpi."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QColor, QColorSpace, QImage, QPainter

from a4s_gui import PROGRAM
from a4s_gui.drawing.palette import PAPER
from a4s_gui.drawing.sheet.sheet import MM_PER_INCH
from a4s_gui.errors import A4sError
from a4s_gui.export.facts import facts_of, properties_of
from a4s_gui.export.layout import Layout
from a4s_gui.export.pictures.picture_size import PictureSize, picture_size
from a4s_gui.export.pictures.png_file import png_file
from a4s_gui.export.request import ExportRequest
from a4s_gui.render.qt.application import ensure_gui_application
from a4s_gui.render.qt.painter import paint_sheet

_MM_PER_METRE = 1000.0


def picture(layout: Layout) -> QImage:
    """Paint a drawing on white, for a file or the clipboard.

    One millimetre of the part is ``scale * dpi / 25.4`` pixels. The image states its dpi and
    carries part numbers, view, scale, land pattern with its sources, numbering and program version
    as texts. Raises as :func:`picture_size` and :func:`render_image`.
    """
    request = layout.request
    return render_image(picture_size(layout), request.dpi, _texts(request))


def render_image(size: PictureSize, dpi: float, texts: Mapping[str, str]) -> QImage:
    """Paint any scene on white; the image states its dpi and carries the texts by their keywords.

    Raises
    ------
    A4sError
        There is not enough memory, or the drawing font is missing.
    """
    ensure_gui_application()
    image = QImage(size.width_px, size.height_px, QImage.Format.Format_RGB32)
    if image.isNull():
        raise A4sError(
            f"there is not enough memory for a picture of {size.width_px} x {size.height_px} px; "
            "choose a lower dpi or a smaller scale"
        )
    dots_per_metre = round(dpi / MM_PER_INCH * _MM_PER_METRE)
    image.setDotsPerMeterX(dots_per_metre)
    image.setDotsPerMeterY(dots_per_metre)
    image.setColorSpace(QColorSpace(QColorSpace.NamedColorSpace.SRgb))
    for key, text in texts.items():
        image.setText(key, text)
    image.fill(QColor(PAPER.background))
    painter = QPainter(image)
    try:
        paint_sheet(painter, size.scene, size.sheet, PAPER, dpi / MM_PER_INCH)
    finally:
        painter.end()
    return image


def png_bytes(layout: Layout) -> bytes:
    """Return a drawing as the bytes of a PNG file; see :func:`picture`."""
    return encode_png(picture(layout))


def encode_png(image: QImage) -> bytes:
    """Return a picture, with its dpi and its texts, as the bytes of a PNG file."""
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    bits, stride, length = plain.constBits(), plain.bytesPerLine(), 3 * plain.width()
    rows = [bytes(bits[y * stride : y * stride + length]) for y in range(plain.height())]
    texts = {key: image.text(key) for key in image.textKeys()}
    return png_file(rows, plain.width(), plain.dotsPerMeterX(), texts)


def _texts(request: ExportRequest) -> dict[str, str]:
    """Return the texts a picture file carries, by PNG keyword."""
    spec = request.spec
    return {
        **properties_of(spec),
        "Scale": f"{request.scale:g}:1",
        "Land pattern": f"{spec.pattern.label}: {spec.pattern.title}",
        "Numbering": spec.numbering_words,
        "Software": PROGRAM,
        "Description": "\n".join(facts_of(request)),
    }
