"""The options of the command line that answer the filter's questions: for all who name them."""

from __future__ import annotations

from a4s_gui.catalog.selection.board_limits import Limit
from a4s_gui.catalog.selection.query import Facet

FACET_OPTIONS = {
    Facet.HEIGHT: "--height",
    Facet.PACKAGING: "--packaging",
    Facet.PRODUCT: "--product",
}
"""Each asks for one value of a facet; ``--pins`` takes more than that."""

LIMIT_OPTIONS = {
    Limit.LENGTH: "--max-length",
    Limit.WIDTH: "--max-width",
    Limit.CURRENT: "--current",
    Limit.CONTACTS: "--contacts",
}
