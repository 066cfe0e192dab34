"""The model of all tables: columns that are records, order, colours, what is copied."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from a4s_gui.ui.widgets.tables.table_model import RIGHT, Column, TableModel

_Role = Qt.ItemDataRole


class Fruit(NamedTuple):
    """A row."""

    name: str
    grams: float | None


COLUMNS: tuple[Column[Fruit], ...] = (
    Column("Name", "What it is", lambda fruit: fruit.name, bold=lambda fruit: len(fruit.name) > 4),
    Column(
        "Mass",
        "In grams",
        lambda fruit: f"{fruit.grams or '–'}",
        RIGHT,
        explain=lambda fruit: "weighed " * 20 if fruit.grams else "",
        copied=lambda fruit: str(fruit.grams),
        key=lambda fruit: fruit.grams,
        color=lambda fruit: "#ff0000" if (fruit.grams or 0) > 99 else None,
    ),
)
APPLE, FIG, MELON = Fruit("apple", 110), Fruit("fig", 40), Fruit("melon", None)


@pytest.fixture
def model(qapp: QApplication) -> TableModel[Fruit]:
    made = TableModel(COLUMNS)
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    made.show_rows([APPLE, MELON, FIG])
    return made


def test_a_heading_explains_itself_and_stands_as_its_texts(model: TableModel[Fruit]) -> None:
    heads = [
        model.headerData(1, Qt.Orientation.Horizontal, role) for role in (0, _Role.ToolTipRole)
    ]
    assert heads == ["Mass", "In grams"]
    assert model.headerData(1, Qt.Orientation.Horizontal, _Role.TextAlignmentRole) == RIGHT
    assert model.index(0, 1).data(_Role.TextAlignmentRole) == RIGHT


def test_a_tip_is_wrapped_and_told_to_those_who_cannot_see_it(model: TableModel[Fruit]) -> None:
    tip = model.index(0, 1).data(_Role.ToolTipRole)
    assert max(map(len, tip.splitlines())) <= 90
    assert model.index(0, 1).data(_Role.AccessibleDescriptionRole) == tip
    assert model.index(1, 1).data(_Role.ToolTipRole) is None


def test_cells_stand_out_by_weight_and_by_their_colour(
    model: TableModel[Fruit],
) -> None:
    fonts = [model.index(row, 0).data(_Role.FontRole) for row in range(3)]
    assert [isinstance(font, QFont) and font.bold() for font in fonts] == [True, True, False]
    assert model.index(0, 1).data(_Role.ForegroundRole) == QColor("#ff0000")
    assert model.index(2, 1).data(_Role.ForegroundRole) is None


@pytest.mark.parametrize(
    ("order", "wanted"),
    [
        (Qt.SortOrder.AscendingOrder, (FIG, APPLE, MELON)),
        (Qt.SortOrder.DescendingOrder, (APPLE, FIG, MELON)),
    ],
)
def test_what_is_not_stated_comes_last(
    model: TableModel[Fruit], order: Qt.SortOrder, wanted: tuple[Fruit, ...]
) -> None:
    fig = QPersistentModelIndex(model.index(2, 0))
    model.sort(1, order)
    assert model.rows == wanted
    assert fig.row() == wanted.index(FIG), "what was selected moves along"
    model.sort(0)
    assert model.rows == (APPLE, MELON, FIG), "a column without a key leaves the given order"


def test_rows_are_copied_under_their_headings(model: TableModel[Fruit]) -> None:
    assert model.copied_rows([1, 2]) == [["Name", "Mass"], ["melon", "None"], ["fig", "40"]]


def test_the_same_rows_leave_the_selection_alone(model: TableModel[Fruit]) -> None:
    index = QPersistentModelIndex(model.index(0, 0))
    model.show_rows([APPLE, MELON, FIG])
    assert index.isValid()
    model.update_rows([FIG, MELON, APPLE])
    assert index.isValid()
    assert index.data() == "fig"
    model.show_rows([FIG])
    assert not index.isValid()
