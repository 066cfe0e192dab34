"""Options of what is drawn: view, layers, paper, background. The parts alone are listed without."""

from __future__ import annotations

import argparse

from a4s_gui.commands.text.arguments import complaining, one_word_of
from a4s_gui.drawing.layer_presets import read_layers
from a4s_gui.drawing.scene import Layer
from a4s_gui.drawing.sheet.paper import Paper
from a4s_gui.drawing.spec import View
from a4s_gui.export.request import Background


def add_view(parser: argparse.ArgumentParser, help_text: str) -> None:
    """Add ``--view``."""
    parser.add_argument(
        "--view",
        type=one_word_of(View),
        metavar="|".join(View),
        help=help_text,
    )


def views(text: str) -> tuple[View, ...]:
    """Read names of views, for argparse."""
    return tuple(dict.fromkeys(map(one_word_of(View), text.split(","))))


def paper(text: str) -> Paper:
    """Read the name of a paper, for argparse."""
    return one_word_of(Paper)(text)


def background(text: str) -> Background:
    """Read the name of a background, for argparse."""
    return one_word_of(Background)(text)


def layers(text: str) -> frozenset[Layer]:
    """Read names of layers, ``all`` and ``default`` among them, for argparse."""
    return complaining(read_layers)(text)
