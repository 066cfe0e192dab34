"""Prints the drawing true to scale: the sheet as it will come out, its scale, its paper."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo, QPrintPreviewWidget
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from a4s_gui.drawing.palette import PAPER
from a4s_gui.drawing.sheet.paper import Paper
from a4s_gui.drawing.sheet.sheet import MM_PER_INCH
from a4s_gui.drawing.spec import DrawingSpec
from a4s_gui.errors import A4sError
from a4s_gui.export.layout import FramedLayout, scale_on
from a4s_gui.export.request import ExportRequest
from a4s_gui.render.qt.painter import paint_sheet
from a4s_gui.ui.core.checked_field import CheckedField, ProblemLabel
from a4s_gui.ui.core.controller import Controller
from a4s_gui.ui.core.settings import Settings
from a4s_gui.ui.dialogs.export_choice import read_scale
from a4s_gui.ui.dialogs.label_fields import LabelFields
from a4s_gui.ui.dialogs.sheet_form import SuggestingBox
from a4s_gui.ui.dialogs.taken_picture import NO_PAIR
from a4s_gui.ui.widgets.labels import text_label
from a4s_gui.ui.widgets.layouts import add_row, fill_box, room_on_screen

_SCALES = ("1:1", "5:1", "10:1", "20:1", "50:1")
_PREVIEW = QSize(420, 420)
_LINES = 13
"""Lines of text that the dialog is higher than its preview."""
_SAME_MM = 2.0
"""Printers round their papers: so near to one is that one."""
_RULE = (
    "Print at 100 %, without “fit to page”. The bar in the title block measures 10 mm where the "
    "print is true to scale."
)


def print_drawing(parent: QWidget | None, controller: Controller, settings: Settings) -> None:
    """Open the print dialog for the chosen pair's drawing; the controller says what was printed."""
    spec = controller.spec
    if spec is None:
        controller.message.emit(NO_PAIR)
        return
    dialog = PrintDialog(spec, settings, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.printed.connect(lambda words: controller.message.emit(f"{spec.pair.id} printed {words}"))
    dialog.open()  # the guide can be read beside it


class PrintDialog(QDialog):
    """Asks for scale and paper, shows the sheet, and has it printed."""

    printed = Signal(str)
    """It was printed: at what scale, and on which paper."""

    def __init__(
        self, spec: DrawingSpec, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Print drawing")
        self.spec = spec
        self._layout: FramedLayout | None = None
        self._scale_is_ours = True
        self.printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self.printer.setDocName(spec.pair.numbers)
        self.printer.setCreator("a4s-gui")
        self.paper = QComboBox()
        self.paper.addItems([str(paper) for paper in Paper if paper is not Paper.FIT])
        self.scale = SuggestingBox(_SCALES)
        self._scale_field = CheckedField(self.scale)
        self.labels = LabelFields(settings)
        self.problem = ProblemLabel()
        self.preview = QPrintPreviewWidget(self.printer)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.print_button = QPushButton("&Print…")
        self.buttons.addButton(self.print_button, QDialogButtonBox.ButtonRole.AcceptRole)
        self._build()
        self.preview.paintRequested.connect(self.paint)
        self.paper.setCurrentText(_usual_paper(self.printer))
        self._suggest()
        self.paper.currentIndexChanged.connect(self._suggest)
        self.scale.typed.connect(self._take_scale)
        self.scale.editTextChanged.connect(self._check)
        self.labels.changed.connect(self._suggest)
        self.buttons.accepted.connect(self._print)
        self.buttons.rejected.connect(self.reject)

    @property
    def words(self) -> str:
        """Scale and paper: ``20:1 on A4``."""
        return f"{self.scale.currentText()} on {self.paper.currentText()}"

    def setVisible(self, visible: bool) -> None:  # noqa: FBT001 - as Qt has it
        """Come with the preview made: by its sheet it asks for the height that it has."""
        if visible:
            self.preview.updatePreview()
        super().setVisible(visible)

    def paint(self, printer: QPrinter) -> None:
        """Draw the sheet on a printer's page: one millimetre of paper is one of the drawing's."""
        if self._layout is None:
            return
        painter = QPainter(printer)
        try:
            px_per_mm = printer.resolution() / MM_PER_INCH
            paint_sheet(painter, self._layout.scene, self._layout.sheet, PAPER, px_per_mm)
        finally:
            painter.end()

    def _build(self) -> None:
        form = QFormLayout()
        add_row(form, "Pa&per", self.paper)
        add_row(form, "&Scale", self.scale, self._scale_field)
        add_row(form, "&Title block", self.labels)
        rule = text_label(_RULE)
        room_px = room_on_screen(self).height() - _LINES * self.fontMetrics().height()
        self.preview.setMinimumSize(_PREVIEW.boundedTo(QSize(_PREVIEW.width(), room_px)))
        # A dialog that only just has room gives a text that is wrapped no more than one line.
        rule.setMinimumHeight(rule.heightForWidth(_PREVIEW.width()))
        parts = (form, self.problem, self.preview, rule, self.buttons)
        fill_box(QVBoxLayout(self), *parts, grow=self.preview, margins=None)

    def _suggest(self) -> None:
        """Follow the paper with the scale, until the user has given their own."""
        if self._scale_is_ours:
            scale = scale_on(Paper(self.paper.currentText()), self.spec, self.labels.labels)
            with QSignalBlocker(self.scale):  # one layout, whether or not the scale is another
                self.scale.show_text(f"{scale:g}:1")
        self._check()

    def _take_scale(self) -> None:
        self._scale_is_ours = False

    def _check(self) -> None:
        """Lay the sheet out anew, or say what is wrong."""
        self.problem.clear()
        self._layout = None
        text = self.scale.currentText()
        if self._scale_field.check(lambda: read_scale(text)):
            self._lay_out(read_scale(text))
        self.print_button.setEnabled(self._layout is not None)
        if self.preview.isVisible():  # its first picture comes with the dialog
            self.preview.updatePreview()

    def _lay_out(self, scale: float) -> None:
        paper = Paper(self.paper.currentText())
        request = ExportRequest(self.spec, scale, paper=paper, labels=self.labels.labels)
        layout = FramedLayout(request)
        try:
            sheet = layout.sheet
        except A4sError as error:
            self.problem.show_error(error)
            return
        self._layout = layout
        _use_paper(self.printer, sheet.width_mm, sheet.height_mm)

    def _print(self) -> None:
        """Ask for the printer, and print on the paper that is shown."""
        # Nothing waits here: the program may end, and both dialogs with it, while it is open.
        asked = QPrintDialog(self.printer, self)
        asked.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asked.finished.connect(self._print_there)
        QDialog.open(asked)  # its own takes a slot by its name

    def _print_there(self, chosen: int) -> None:
        """Print on the printer that was chosen, if one was."""
        if not chosen or self._layout is None:
            return
        sheet = self._layout.sheet
        _use_paper(self.printer, sheet.width_mm, sheet.height_mm)
        self.preview.print_()
        self.labels.remember()
        self.printed.emit(self.words)
        self.accept()


def _use_paper(printer: QPrinter, width_mm: float, height_mm: float) -> None:
    """Have a printer use a paper of this size, upright or lengthwise, to its edges."""
    upright = width_mm <= height_mm
    short_mm, long_mm = sorted((width_mm, height_mm))
    size = QPageSize(
        QSizeF(short_mm, long_mm),
        QPageSize.Unit.Millimeter,
        "",
        QPageSize.SizeMatchPolicy.FuzzyMatch,
    )
    printer.setPageSize(size)
    way = QPageLayout.Orientation
    printer.setPageOrientation(way.Portrait if upright else way.Landscape)
    printer.setFullPage(True)


def _usual_paper(printer: QPrinter) -> str:
    """Return the paper of ours that the printer, or the country, uses; A4 where there is none."""
    info = QPrinterInfo(printer)
    size = printer.pageLayout().pageSize() if info.isNull() else info.defaultPageSize()
    found = size.size(QPageSize.Unit.Millimeter)
    for paper in Paper:
        if paper.size_mm is not None:
            long_mm, short_mm = paper.size_mm
            if abs(found.width() - short_mm) + abs(found.height() - long_mm) < _SAME_MM:
                return str(paper)
    return str(Paper.A4)
