"""The whole check: files read, connectors found and audited, and mated with each other."""

from __future__ import annotations

from collections.abc import Sequence

from a4s_gui.boards.audit.connector_audit import Audit, audit
from a4s_gui.boards.audit.finding import Finding, Level, Rule
from a4s_gui.boards.mating import Mating, State, possible_matings
from a4s_gui.boards.model import BoardFile
from a4s_gui.boards.nets import NetNames
from a4s_gui.boards.reading.files import read_board_file, read_same_file
from a4s_gui.boards.search.connector import Found
from a4s_gui.boards.search.identify import Searcher, read_parts
from a4s_gui.catalog.catalog import Catalog
from a4s_gui.catalog.part_numbers.part_number import PartNumber
from a4s_gui.catalog.wording import printable
from a4s_gui.errors import A4sError
from a4s_gui.frozen import field, frozen, replace
from a4s_gui.geometry.land_pattern.pattern import LandPattern
from a4s_gui.geometry.numbering import Numbering

_MOST_FILES = 2


@frozen(slots=False)
class CheckOptions:
    """What the user says about the files.

    ``pattern`` is the land pattern to hold against, the nearest one where it is ``None``; ``mates``
    are the references that belong together.
    """

    parts: tuple[PartNumber, ...] = ()
    numbering: Numbering = field(default_factory=Numbering)
    pattern: LandPattern | None = None
    mates: tuple[tuple[str, str], ...] = ()
    names: NetNames = field(default_factory=NetNames)


@frozen(slots=False)
class CheckResult:
    """All connectors with their audits, and all matings that can be."""

    audits: tuple[Audit, ...]
    matings: tuple[Mating, ...]

    @property
    def has_errors(self) -> bool:
        """Whether an audit found an error, or different nets meet in a best mating."""
        return any(one.has_errors for one in self.audits) or any(
            mating.is_best and mating.count(State.DIFFERENT) for mating in self.matings
        )


def check_files(
    paths: Sequence[str],
    catalog: Catalog,
    *,
    parts: Sequence[str] = (),
    numbering: Numbering | None = None,
    pattern: LandPattern | None = None,
    mates: Sequence[tuple[str, str]] = (),
    same: str | None = None,
) -> CheckResult:
    """Read one file, or two, and check them.

    ``parts`` are numbers of connectors, or of pin lists, that do not name theirs, ``numbering`` is
    that of pin lists, ``pattern`` the land pattern to hold against: the nearest one where none is
    given. ``mates`` are the references that belong together, ``same`` is a file of names that mean
    one net. An :class:`A4sError` refuses no file, or more than two, one that cannot be read or
    holds no connector of this series, a part number that is not made, and a reference that is not
    in the files.
    """
    if not 0 < len(paths) <= _MOST_FILES:
        raise A4sError(f"check: {len(paths) or 'no'} files are named; name one, or two to mate")
    options = CheckOptions(
        read_parts(catalog, parts),
        numbering or Numbering(),
        pattern,
        tuple(mates),
        NetNames(read_same_file(same) if same else ()),
    )
    return check([read_board_file(path) for path in paths], catalog, options)


def check(files: Sequence[BoardFile], catalog: Catalog, options: CheckOptions) -> CheckResult:
    """Check one file, or two with each other; raises as :func:`check_files`."""
    found = Searcher(catalog, options.parts, options.numbering).search(files)
    audits = [audit(one, catalog, options.names, options.pattern) for one in found]
    matings = _mark_best(possible_matings(found, len(files), options.names), options.mates)
    seconds = _second_pairs(matings) if len(files) > 1 else ()
    return CheckResult(
        tuple(
            replace(one, findings=(*_second_pair(one.connector, seconds), *one.findings))
            for one in audits
        ),
        matings,
    )


def _mark_best(matings: tuple[Mating, ...], mates: Sequence[tuple[str, str]]) -> tuple[Mating, ...]:
    """Mark the matings of the user's choice, then of what is left those with most equal nets."""
    chosen = [_named(matings, pair) for pair in mates]
    ranked = sorted(
        (one for one in matings if one not in chosen),
        key=lambda one: one.count(State.DIFFERENT) - one.count(State.SAME),
    )
    taken: list[Found] = []
    best = []
    for mating in (*chosen, *ranked):
        if not any(one is half for half in (mating.socket, mating.header) for one in taken):
            best.append(mating)
            taken += [mating.socket, mating.header]
    return tuple(replace(m, is_best=any(m is one for one in best)) for m in matings)


def _named(matings: Sequence[Mating], pair: tuple[str, str]) -> Mating:
    """Return the mating that two references mean, the first one in the first file if it can be."""
    for first, second in (pair, pair[::-1]):
        for mating in matings:
            halves = sorted((mating.socket, mating.header), key=lambda half: half.file_index)
            one, other = ({half.reference, half.name} for half in halves)
            if first in one and second in other:
                return mating
    known = [f"{m.socket.reference}={m.header.reference}" for m in matings[:5]]
    hint = f"choose from {', '.join(known)}" if known else "no socket and header here can be mated"
    raise A4sError(f"--mate {printable('='.join(pair))}: these two cannot be mated; {hint}")


def _second_pairs(matings: Sequence[Mating]) -> tuple[Mating, ...]:
    """Return the best matings if there are several between the two boards."""
    best = tuple(
        one for one in matings if one.is_best and one.socket.component and one.header.component
    )
    return best if len(best) > 1 else ()


def _second_pair(found: Found, matings: Sequence[Mating]) -> tuple[Finding, ...]:
    if not any(found is half for mating in matings for half in (mating.socket, mating.header)):
        return ()
    text = (
        f"{len(matings)} pairs would join the same two boards; the datasheet allows one: a second "
        "would have to sit exactly where the first one puts it"
    )
    return (Finding(Level.WARNING, Rule.SECOND_PAIR, text, value=len(matings), expected=1),)
