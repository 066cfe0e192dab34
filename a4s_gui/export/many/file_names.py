"""Names of many files by a pattern: what may stand in it, what is refused, and what it gives."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from a4s_gui.catalog.numbers import format_height, format_unit
from a4s_gui.catalog.wording import printable
from a4s_gui.errors import A4sError
from a4s_gui.export.registry import Format
from a4s_gui.export.request import ExportRequest
from a4s_gui.frozen import frozen

USUAL = "{name}"
"""The pattern of the names that files have by themselves."""
_PLACE = re.compile(r"\{([^{}]*)\}")
_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f/\\<>:"|?*]')
"""What leads out of the folder, or no file can be called on Windows."""
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE)
_LONGEST = 150
"""Characters; most file systems take 255 bytes with the suffix."""


@frozen
class Placeholder:
    """What stands for something in a pattern, between braces."""

    meaning: str
    value: Callable[[ExportRequest], str]


PLACEHOLDERS: Mapping[str, Placeholder] = {
    "socket": Placeholder("the socket's number", lambda r: r.spec.pair.socket.part_number),
    "header": Placeholder("the header's number", lambda r: r.spec.pair.header.part_number),
    "pins": Placeholder("contacts", lambda r: str(r.spec.pair.pins)),
    "height": Placeholder(
        "mated height in mm", lambda r: format_height(r.spec.pair.mated_height_mm, "").strip()
    ),
    "packaging": Placeholder(
        "pocket pitch in mm", lambda r: format_unit(r.spec.pair.packaging_pitch_mm, "").strip()
    ),
    "view": Placeholder("what is drawn", lambda r: str(r.spec.view)),
}
"""All of them but ``name``, which the format gives."""


class NamePattern:
    """A pattern such as ``{socket}-{header}-{view}``.

    Raises
    ------
    A4sError
        It holds a placeholder that is none, or a name that no file can have.
    """

    def __init__(self, text: str) -> None:
        self.text = text.strip()
        self._check()

    def stem(self, request: ExportRequest, kind: Format) -> str:
        """Return the name of a request's file, without suffix.

        Footprints keep their own: KiCad takes the file's name for the footprint's.

        Raises
        ------
        A4sError
            No file can be called that.
        """
        usual = kind.stem(request)
        if kind.keeps_name:
            return usual
        found = _PLACE.sub(
            lambda place: usual if place[1] == "name" else PLACEHOLDERS[place[1]].value(request),
            self.text,
        )
        _check_name(found)
        return found

    def _check(self) -> None:
        if not self.text:
            raise A4sError(f"the name is empty; write {USUAL} for the usual ones")
        known = ("name", *PLACEHOLDERS)
        for place in _PLACE.finditer(self.text):
            if place[1] not in known:
                raise A4sError(
                    f"“{{{printable(place[1])}}}” stands for nothing; "
                    f"known: {', '.join(f'{{{name}}}' for name in known)}"
                )
        plain = _PLACE.sub("x", self.text)
        if "{" in plain or "}" in plain:
            raise A4sError(f"a brace is alone in “{printable(self.text)}”; write {{socket}}, say")
        _check_name(plain)


def _check_name(name: str) -> None:
    found = _FORBIDDEN.search(name)
    if found is not None:
        what = printable(found[0]) if found[0].isprintable() else "a control character"
        raise A4sError(f"no file's name can hold “{what}”; leave it out, the folder stands below")
    if name.startswith(".") or name.endswith("."):
        raise A4sError("a name can neither begin nor end with a point; leave it out")
    if _DEVICES.fullmatch(name):
        raise A4sError(f"“{name}” is a device on Windows; choose another name")
    if len(name) > _LONGEST:
        raise A4sError(f"the name has {len(name)} characters; {_LONGEST} are possible")
