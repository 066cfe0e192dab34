"""Reads a PDF file of one page by its cross-reference table, as a viewer does."""

from __future__ import annotations

import re
import zlib

MM_PER_POINT = 25.4 / 72


class Pdf:
    """A PDF file; what is not where its table says fails."""

    def __init__(self, data: bytes) -> None:
        assert data.startswith(b"%PDF-1.7\n")
        assert data.endswith(b"%%EOF\n")
        self.data = data
        start = int(re.findall(rb"startxref\n(\d+)\n", data)[-1])
        head, count = re.match(rb"xref\n0 (\d+)\n", data[start:]), 0
        assert head
        count = int(head[1])
        entries = data[start + head.end() :][: 20 * count]
        self.objects: dict[int, bytes] = {}
        for number in range(1, count):
            entry = entries[20 * number : 20 * number + 20]
            assert entry.endswith(b" 00000 n \n")
            place = int(entry[:10])
            opening = b"%d 0 obj\n" % number
            assert data[place:].startswith(opening)
            end = data.index(b"\nendobj\n", place)
            self.objects[number] = data[place + len(opening) : end]
        trailer = data[start:].decode("ascii")
        self.root = self.objects[self.reference(trailer, "Root")].decode("ascii")
        self.information = self.objects[self.reference(trailer, "Info")].decode("ascii")
        pages = self.objects[self.reference(self.root, "Pages")].decode("ascii")
        assert "/Count 1 " in pages
        kids = re.search(r"/Kids \[(\d+) 0 R\]", pages)
        assert kids
        self.page = self.objects[int(kids[1])].decode("ascii")

    @staticmethod
    def reference(text: str, key: str) -> int:
        found = re.search(rf"/{key} (\d+) 0 R", text)
        assert found
        return int(found[1])

    @property
    def size_mm(self) -> tuple[float, float]:
        box = re.search(r"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", self.page)
        assert box
        return float(box[1]) * MM_PER_POINT, float(box[2]) * MM_PER_POINT

    @property
    def content(self) -> list[str]:
        """Return the page's operators, one a line."""
        return self.unpacked(self.reference(self.page, "Contents")).decode("ascii").split("\n")

    def unpacked(self, number: int) -> bytes:
        """Return the content of a packed stream."""
        stream = self.objects[number]
        head, _, rest = stream.partition(b"\nstream\n")
        length = re.search(rb"/Length (\d+)", head)
        assert length
        packed = rest[: int(length[1])]
        assert rest[int(length[1]) :] == b"\nendstream"
        return zlib.decompress(packed)

    @property
    def font(self) -> dict[str, bytes]:
        """Return the font's own parts by name, and its file as ``FontFile2``."""
        parts = {"Type0": self.objects[self.reference(self.page, "F0")]}
        composite = parts["Type0"].decode("ascii")
        unicode = self.unpacked(self.reference(composite, "ToUnicode"))
        descendant = re.search(r"/DescendantFonts \[(\d+) 0 R\]", composite)
        assert descendant
        parts["CIDFont"] = self.objects[int(descendant[1])]
        described = self.reference(parts["CIDFont"].decode("ascii"), "FontDescriptor")
        parts["Descriptor"] = self.objects[described]
        file = self.reference(parts["Descriptor"].decode("ascii"), "FontFile2")
        return parts | {"ToUnicode": unicode, "FontFile2": self.unpacked(file)}

    def characters(self) -> dict[str, str]:
        """Return which character each glyph of the font stands for, by its code."""
        pairs = re.findall(r"^<(\w{4})> <(\w+)>$", self.font["ToUnicode"].decode(), re.MULTILINE)
        return {code: bytes.fromhex(point).decode("utf-16-be") for code, point in pairs}

    def texts(self) -> list[str]:
        """Return every text that is shown, by the font's map of characters."""
        known = self.characters()
        found = []
        for line in self.content:
            if shown := re.search(r"<(\w*)> Tj", line):
                codes = re.findall(r"\w{4}", shown[1])
                found.append("".join(known.get(code, "\ufffd") for code in codes))
        return found

    def rects(self, layer: str) -> list[tuple[float, ...]]:
        """Return x, y, width and height of each rectangle of a layer, in the page's unit."""
        found = []
        shown = ""
        for line in self.content:
            if line.endswith(" BDC"):
                shown = self.layers[int(line.split()[1].removeprefix("/L"))]
            elif line.endswith(" re") and shown == layer:
                found.append(tuple(map(float, line.split()[:4])))
        return found

    @property
    def layers(self) -> list[str]:
        """Return the names of the layers that a viewer lists."""
        order = re.search(r"/Order \[([^\]]*)\]", self.root)
        assert order
        numbers = map(int, re.findall(r"(\d+) 0 R", order[1]))
        return [self.text(self.objects[number].decode("ascii"), "Name") for number in numbers]

    @staticmethod
    def text(dictionary: str, key: str) -> str:
        found = re.search(rf"/{key} <FEFF([0-9A-F]*)>", dictionary)
        assert found
        return bytes.fromhex(found[1]).decode("utf-16-be")
