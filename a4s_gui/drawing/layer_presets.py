"""Layers that are shown together for one purpose."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from urllib.parse import quote, unquote

from a4s_gui.catalog.wording import words_of
from a4s_gui.drawing.scene import DEFAULT_LAYERS, Layer
from a4s_gui.drawing.style import ColorRole
from a4s_gui.errors import A4sError
from a4s_gui.frozen import frozen

LAYER_INKS = {
    Layer.GRID: ColorRole.GRID_MAJOR,
    Layer.STIFFENER: ColorRole.STIFFENER,
    Layer.COURTYARD: ColorRole.COURTYARD,
    Layer.COPPER: ColorRole.SOCKET_COPPER,
    Layer.MASK: ColorRole.MASK,
    Layer.PASTE: ColorRole.PASTE,
    Layer.BODY: ColorRole.BODY,
    Layer.CENTRE_LINES: ColorRole.CENTRE_LINE,
    Layer.NUMBERS: ColorRole.SOCKET_COPPER,
    Layer.DIMENSIONS: ColorRole.DIMENSION,
    Layer.NOTES: ColorRole.TEXT,
}
"""The ink by which a layer is known; of copper and numbers the socket's."""


@frozen
class LayerPreset:
    """Layers under a name, as a menu shows it."""

    id: str
    title: str
    tip: str
    layers: frozenset[Layer]


PRESETS = (
    LayerPreset(
        "documentation",
        "Documentation",
        "Outline, pads, numbers and dimensions: what the drawing shows at first",
        DEFAULT_LAYERS,
    ),
    LayerPreset(
        "copper",
        "Copper only",
        "Pads with their numbers and dimensions, for the board's layout",
        frozenset({Layer.COPPER, Layer.CENTRE_LINES, Layer.NUMBERS, Layer.DIMENSIONS, Layer.NOTES}),
    ),
    LayerPreset(
        "stencil",
        "Stencil",
        "Openings of the paste stencil within the pads",
        frozenset({Layer.COPPER, Layer.PASTE, Layer.CENTRE_LINES, Layer.NOTES}),
    ),
    LayerPreset(
        "fabrication",
        "Fabrication",
        "What is made and kept free: pads, mask, paste, outline, courtyard, stiffener",
        frozenset(Layer) - {Layer.GRID, Layer.NUMBERS, Layer.DIMENSIONS},
    ),
)
"""The presets that come with the program, in the order of the menu."""


_NAMED: Mapping[str, frozenset[Layer]] = {
    "default": DEFAULT_LAYERS,
    "all": frozenset(Layer),
    **{str(layer): frozenset({layer}) for layer in Layer},
}


def read_layers(text: str) -> frozenset[Layer]:
    """Read names of layers, apart by commas, ``all`` and ``default`` among them.

    Raises
    ------
    A4sError
        A word is no layer, or there is none.
    """
    chosen: set[Layer] = set()
    for word in words_of(text):
        if word not in _NAMED:
            raise A4sError(f"“{word}” is no layer; choose from {', '.join(_NAMED)}")
        chosen |= _NAMED[word]
    if not chosen:
        raise A4sError(f"no layer is named; choose from {', '.join(_NAMED)}")
    return frozenset(chosen)


def encode_presets(presets: Mapping[str, frozenset[Layer]]) -> tuple[str, ...]:
    """Return a text for each preset, without spaces: its name and its layers."""
    return tuple(
        f"{quote(name)}={'+'.join(layer for layer in Layer if layer in layers)}"
        for name, layers in presets.items()
    )


def decode_presets(texts: Iterable[str]) -> dict[str, frozenset[Layer]]:
    """Return the presets by name; what is none, or names an unknown layer, is passed over."""
    found = {}
    known = {str(layer): layer for layer in Layer}
    for text in texts:
        name, _, listed = text.partition("=")
        names = [layer for layer in listed.split("+") if layer]
        if name and all(layer in known for layer in names):
            found[unquote(name)] = frozenset(known[layer] for layer in names)
    return found
