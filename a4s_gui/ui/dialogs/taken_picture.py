"""The drawing as it is taken away: onto the clipboard, or dragged into another program."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QDir, QMimeData, QPoint, Qt, QTemporaryDir, QUrl
from PySide6.QtGui import QDrag, QGuiApplication, QImage, QPixmap
from PySide6.QtWidgets import QMessageBox, QWidget

from a4s_gui.drawing.sheet.scales import default_scale
from a4s_gui.drawing.spec import DrawingSpec, View
from a4s_gui.drawing.views.build import build_scene
from a4s_gui.errors import A4sError
from a4s_gui.export.atomic import atomic_write
from a4s_gui.export.layout import Layout
from a4s_gui.export.pictures.picture_size import dpi_to_copy
from a4s_gui.export.pictures.png import encode_png, picture
from a4s_gui.export.registry import Format, format_for
from a4s_gui.export.request import ExportRequest
from a4s_gui.frozen import frozen
from a4s_gui.session.settings_table import EXPORT_DPI, EXPORT_SCALE
from a4s_gui.ui.core.clipboard import PICTURE_TYPES, copied_words, picture_data
from a4s_gui.ui.core.controller import Controller
from a4s_gui.ui.core.settings import Settings
from a4s_gui.ui.dialogs.waiting import waiting
from a4s_gui.ui.widgets.labels import never_rich

NO_PAIR = "no pair is chosen yet; choose one in the table"

_DRAGGED_PX = 200


@frozen
class TakenPicture:
    """One drawing in every format that is offered, and what is said of it."""

    image: QImage
    data: QMimeData
    file_name: str
    """Of the picture of pixels."""
    png: bytes
    words: str


def take_picture(spec: DrawingSpec, settings: Settings) -> TakenPicture:
    """Draw a picture to be taken away, at the scale and dpi of saved pictures.

    The :class:`A4sError` for one that is too large for a clipboard says which scale would do.
    """
    scale = default_scale(spec.view) if spec.view is View.TAPE else settings.get(EXPORT_SCALE)
    usual_dpi = settings.get(EXPORT_DPI)
    dpi = dpi_to_copy(build_scene(spec, scale), partial(build_scene, spec), usual_dpi)
    request = ExportRequest(spec, scale, dpi)
    as_png = format_for("png")
    layouts: dict[type[Layout], Layout] = {as_png.layout: as_png.layout(request)}
    image = picture(layouts[as_png.layout])
    files = {"png": encode_png(image)}  # reading it back would take a sixth of it all
    for suffix in (other for other in PICTURE_TYPES if other not in files):
        kind: Format = format_for(suffix)
        if kind.layout not in layouts:  # PNG and SVG share one
            layouts[kind.layout] = kind.layout(request)
        files[suffix] = kind.encode(layouts[kind.layout])
    data = picture_data(files, image)
    name, words = as_png.file_name(request), copied_words(image, scale, dpi, usual_dpi)
    return TakenPicture(image, data, name, files["png"], words)


def copy_picture(parent: QWidget | None, controller: Controller, settings: Settings) -> None:
    """Copy the chosen pair's drawing to the clipboard as PNG, SVG and PDF, and say so."""
    taken = _taken(parent, controller, settings)
    if taken is not None:
        QGuiApplication.clipboard().setMimeData(taken.data)
        controller.message.emit(taken.words)


class PictureDrags:
    """Lets the drawing be dragged out: as a picture into a document, as a file into a folder.

    The files lie in a folder of their own, which goes with the program.
    """

    def __init__(self) -> None:
        self._folder = QTemporaryDir(QDir.tempPath() + "/a4s-gui-XXXXXX")

    def drag(self, source: QWidget, controller: Controller, settings: Settings) -> None:
        """Begin to drag the chosen pair's drawing; return when it was dropped, or was not."""
        taken = _taken(source.window(), controller, settings)
        if taken is None:
            return
        path = Path(self._folder.filePath(taken.file_name))
        try:
            # Only one file: whoever drops a picture into a folder wants no three.
            atomic_write(path, taken.png)
        except A4sError as error:
            controller.message.emit(f"Nothing can be dragged: {error}")
            return
        taken.data.setUrls([QUrl.fromLocalFile(str(path))])
        drag = QDrag(source)
        drag.setMimeData(taken.data)
        size = _DRAGGED_PX, _DRAGGED_PX
        shown = taken.image.scaled(
            *size, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        drag.setPixmap(QPixmap.fromImage(shown))
        drag.setHotSpot(QPoint(shown.width() // 2, shown.height() // 2))
        drag.exec(Qt.DropAction.CopyAction)


def _taken(
    parent: QWidget | None, controller: Controller, settings: Settings
) -> TakenPicture | None:
    """Return the chosen pair's drawing; ``None`` where there is none, which is said."""
    if controller.spec is None:
        controller.message.emit(NO_PAIR)
        return None
    try:
        with waiting():
            return take_picture(controller.spec, settings)
    except A4sError as error:
        QMessageBox.warning(parent, "Copy picture", never_rich(f"Nothing was copied: {error}"))
        return None
