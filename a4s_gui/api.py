"""What the commands do, for a script or a notebook: ``from a4s_gui import api``.

Words are those of the command line, in any case; lengths are mm. Places are in the top view of each
half's own board: x to the right along the rows, y down, the origin is the connector's centre.
Whatever cannot be is refused by an :class:`~a4s_gui.errors.A4sError`, in the one line that the
command line says. Nothing is written to a file, and Qt is loaded only where a drawing needs it.

>>> from a4s_gui import api
>>> api.pair("axe540127").id
'AXE540127/AXE640124'
"""

from __future__ import annotations

from collections.abc import Sequence
from os import PathLike, fspath

from a4s_gui.boards.check import CheckResult, check_files
from a4s_gui.catalog.catalog import Catalog
from a4s_gui.catalog.data.load import load_catalog
from a4s_gui.catalog.model import Half, Pair
from a4s_gui.catalog.part_numbers.lookup import find_part
from a4s_gui.catalog.selection.resolve import half_named, resolve_one
from a4s_gui.catalog.wording import one_of, words_of
from a4s_gui.drawing.layer_presets import read_layers
from a4s_gui.drawing.sheet.paper import Paper
from a4s_gui.drawing.sheet.scales import DEFAULT_DPI
from a4s_gui.drawing.spec import DrawingSpec, View, check_side
from a4s_gui.export.layout import request_for
from a4s_gui.export.registry import format_for
from a4s_gui.frozen import replace
from a4s_gui.geometry.footprint import Footprint
from a4s_gui.geometry.footprint import footprint as lay_out
from a4s_gui.geometry.land_pattern.library import PatternLibrary
from a4s_gui.geometry.land_pattern.pattern import LandPattern, check_pair
from a4s_gui.geometry.land_pattern.reading import DEFAULT_PATTERN
from a4s_gui.geometry.numbering import Numbering, TerminalScheme
from a4s_gui.system_libraries import translate_import_errors
from a4s_gui.user_files import user_pattern_folder

__all__ = ["catalog", "check", "draw", "footprint", "pair"]


def catalog() -> Catalog:
    """Return every pair that can be bought, in the datasheet's order.

    Raises
    ------
    A4sError
        The program's own files are missing or damaged.

    Examples
    --------
    >>> len(catalog().pairs)
    72
    >>> [p.id for p in catalog().pairs if p.pins == 40 and p.mated_height_mm == 1.0]
    ['AXE540127/AXE640224']
    """
    return load_catalog()


def pair(*numbers: str) -> Pair:
    """Return the pair that part numbers mean, each as people write it.

    Parameters
    ----------
    *numbers
        A socket's, a header's, or both. A socket alone that fits headers of two mated heights means
        the lower one; name both halves for the other.

    Raises
    ------
    A4sError
        A number is impossible or not made, no number is given, or they are no pair, or several.

    Examples
    --------
    >>> chosen = pair("AXE540127", "AXE640224")
    >>> chosen.pins, chosen.mated_height_mm, chosen.header.body_length_mm
    (40, 1.0, 9.8)
    >>> pair("AXE541127")
    Traceback (most recent call last):
    ...
    a4s_gui.catalog.part_numbers.part_number.PartNumberError: AXE541127: ...
    """
    return resolve_one(catalog(), numbers).pair


def footprint(
    number: str,
    *,
    numbering: str = "",
    terminals: str = TerminalScheme.SHARED,
    land_pattern: str = DEFAULT_PATTERN,
) -> Footprint:
    """Return one half on its board: pads, body, and the areas around them, in mm.

    Parameters
    ----------
    number
        Of the socket or header.
    numbering
        Of the contacts, words of ``--numbering`` apart by commas: ``loop``, ``lower-left``.
    terminals
        Of the soldering terminals: ``MP``, ``MP1`` or ``continue``.
    land_pattern
        A name, shipped or your own, or a file.

    Raises
    ------
    A4sError
        The number is not made, a word is unknown, or the land pattern cannot be on a board.

    Examples
    --------
    >>> socket = footprint("AXE540127")
    >>> pad = socket.contacts[0]
    >>> pad.number, pad.x_mm, pad.y_mm, pad.width_mm, pad.height_mm
    ('1', -3.8, -1.125, 0.23, 0.65)
    >>> [pad.number for pad in footprint("AXE640124", terminals="continue").terminals]
    ['44', '43', '42', '41']
    """
    part = find_part(catalog(), number)
    of = resolve_one(catalog(), [number]).pair
    pattern = _pattern(land_pattern)
    check_pair(pattern, of)
    return lay_out(of.connector(part.half), pattern, _numbering(numbering, terminals))


def draw(
    numbers: str | Sequence[str],
    suffix: str,
    *,
    view: str = "",
    scale: float | None = None,
    dpi: float = DEFAULT_DPI,
    paper: str = Paper.FIT,
    layers: str = "default",
    seen_from: str = "",
    from_below: bool = False,
    numbering: str = "",
    terminals: str = TerminalScheme.SHARED,
    land_pattern: str = DEFAULT_PATTERN,
) -> bytes:
    """Return the file that ``a4s-gui export`` writes, byte for byte.

    Parameters
    ----------
    numbers
        Of the pair, see :func:`pair`.
    suffix
        Of the format, such as ``svg``, ``png``, ``kicad_mod`` or ``pads.csv``.
    view
        ``pair``, ``socket``, ``header``, ``mated``, ``section`` or ``tape``. Without, the pair; in
        a format that holds one half, the half whose number is given.
    scale
        Millimetres of paper for each of the part; without, 20, or what fits the paper.
    dpi
        Pixels for each inch of paper, of a PNG.
    paper
        ``fit``, or the name of a paper, of a PDF.
    layers
        Names apart by commas, ``all``, or ``default``.
    seen_from
        Above whose board one looks at the mated view: ``socket`` or ``header``.
    from_below
        Whether one looks through the board: left and right are swapped.
    numbering, terminals, land_pattern
        As for :func:`footprint`.

    Raises
    ------
    A4sError
        As for :func:`pair` and :func:`footprint`; the format is unknown or cannot hold what is
        asked for; a library that it needs is missing.

    Examples
    --------
    >>> draw("AXE540127", "svg", view="socket", layers="copper,body")[:13]
    b'<?xml version'
    >>> draw("AXE640124", "kicad_mod").split()[1]
    b'"Panasonic_A4S_AXE640124_2x20-1MP_P0.40mm_Vertical"'
    """
    given = [numbers] if isinstance(numbers, str) else list(numbers)
    kind = format_for(suffix)
    half = half_named(catalog(), given) if kind.one_half else None
    wanted = one_of(View, view) if view else View(half or View.PAIR)
    side = one_of(Half, seen_from) if seen_from else None
    check_side(wanted, side, from_below=from_below)
    drawn = pair(*given)
    spec = DrawingSpec(
        drawn,
        _pattern(land_pattern),
        wanted,
        read_layers(layers),
        _numbering(numbering, terminals),
        side or Half.SOCKET,
        from_below,
    )
    request = request_for(
        spec, scale=scale, dpi=dpi, paper=one_of(Paper, paper), related=catalog().related(drawn)
    )
    layout = kind.layout(request)
    kind.check(layout)
    with translate_import_errors():
        return kind.encode(layout)


def check(
    *files: str | PathLike[str],
    parts: Sequence[str] = (),
    numbering: str = "",
    land_pattern: str | None = None,
    mates: Sequence[tuple[str, str]] = (),
    same: str | PathLike[str] | None = None,
) -> CheckResult:
    """Find the connectors of one file, or two, hold them against the land pattern, and mate them.

    Parameters
    ----------
    *files
        KiCad's boards or footprints, IPC-D-356A netlists, pad lists, pin lists.
    parts
        Part numbers of connectors, or of pin lists, that do not name theirs.
    numbering
        Of pin lists, as for :func:`footprint`.
    land_pattern
        A name or a file; the nearest shipped one where it is ``None``.
    mates
        References that belong together, such as ``("J1", "J2")``, where there are several.
    same
        A file of names that mean one net, a pair a line.

    Raises
    ------
    A4sError
        A file cannot be read or holds no connector of this series, or an argument names what is not
        there.

    Examples
    --------
    >>> from pathlib import Path
    >>> Path("socket.kicad_mod").write_bytes(draw("AXE540127", "kicad_mod")) > 0
    True
    >>> result = check("socket.kicad_mod")
    >>> result.audits[0].connector.part, result.has_errors
    ('AXE540127', False)
    """
    return check_files(
        [fspath(file) for file in files],
        catalog(),
        parts=parts,
        numbering=_numbering(numbering),
        pattern=None if land_pattern is None else _pattern(land_pattern),
        mates=mates,
        same=None if same is None else fspath(same),
    )


def _pattern(name: str) -> LandPattern:
    return PatternLibrary(user_pattern_folder()).find_or_read(name)


def _numbering(words: str, terminals: str = TerminalScheme.SHARED) -> Numbering:
    scheme = one_of(TerminalScheme, terminals)
    return replace(Numbering.from_words(words_of(words)), terminals=scheme)
