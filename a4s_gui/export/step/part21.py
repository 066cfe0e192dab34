"""Solids as the text of a STEP file: ISO 10303-21, schema AP214, millimetres."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from a4s_gui.export.step.faces import Box, Face, faces_of
from a4s_gui.frozen import frozen

_Point = tuple[float, ...]
"""x, y and z."""
_ORIGIN = (0.0, 0.0, 0.0)
_UNCERTAINTY_MM = 1e-6
_STYLING = (
    "FILL_AREA_STYLE_COLOUR('',{})",
    "FILL_AREA_STYLE('',({}))",
    "SURFACE_STYLE_FILL_AREA({})",
    "SURFACE_SIDE_STYLE('',({}))",
    "SURFACE_STYLE_USAGE(.BOTH.,{})",
    "PRESENTATION_STYLE_ASSIGNMENT(({}))",
)
"""From a colour to what a solid is given: each refers to the one before."""


@frozen
class Solid:
    """One solid: its name, its colour (red, green, blue; 0 to 1) and the boxes it is made of."""

    name: str
    colour: tuple[float, float, float]
    boxes: tuple[Box, ...]


def step_text(name: str, description: str, solids: Sequence[Solid]) -> str:
    """Return a STEP file of one product with several solids; lengths in mm.

    ``name`` is the product's and stands in the file's header, as ``AXE540127``; ``description``
    says where the figures come from, and what is derived. The solids are in the product's own
    frame: x along the rows, y across them, z up from the board.
    """
    part = _Part21()
    definition, units = _product(part, name, description)
    shells = [part.solid(solid) for solid in solids]
    origin = part.placement(_ORIGIN, (0.0, 0.0, 1.0), (1.0, 0.0, 0.0))
    items = ",".join([origin, *shells])
    shape = part.add(f"ADVANCED_BREP_SHAPE_REPRESENTATION({quoted(name)},({items}),{units})")
    part.add(f"SHAPE_DEFINITION_REPRESENTATION({definition},{shape})")
    styles = [part.styled(shell, solid.colour) for shell, solid in zip(shells, solids, strict=True)]
    part.add(
        f"MECHANICAL_DESIGN_GEOMETRIC_PRESENTATION_REPRESENTATION('',({','.join(styles)}),{units})"
    )
    header = (
        "ISO-10303-21;\nHEADER;\n"
        f"FILE_DESCRIPTION(({quoted(description)}),'2;1');\n"
        # The time stamp is left out: the same part gives the same bytes.
        f"FILE_NAME({quoted(name)},'',(''),(''),'a4s-gui','a4s-gui','');\n"
        "FILE_SCHEMA(('AUTOMOTIVE_DESIGN { 1 0 10303 214 1 1 1 1 }'));\nENDSEC;\nDATA;\n"
    )
    return f"{header}{part.text()}ENDSEC;\nEND-ISO-10303-21;\n"


def quoted(text: str) -> str:
    """Return a text as STEP writes it: apostrophes doubled, what is not ASCII by its code."""
    pieces = []
    for character in text.replace("\\", "\\\\").replace("'", "''"):
        if " " <= character <= "~":
            pieces.append(character)
        else:
            code = character.encode("utf-16-be").hex().upper()
            pieces.append(f"\\X2\\{code}\\X0\\")
    return f"'{''.join(pieces)}'"


class _Part21:
    """Numbered entities; one that stands already is referred to, not written again."""

    def __init__(self) -> None:
        self._numbers: dict[str, str] = {}
        # By what they are made of, for making the text again takes long.
        self._edges: dict[tuple[str, _Point, _Point], str] = {}
        self._triples: dict[tuple[str, _Point], str] = {}

    def add(self, entity: str) -> str:
        """Return the reference, ``#7``, of an entity that is written once."""
        return self._numbers.setdefault(entity, f"#{len(self._numbers) + 1}")

    def text(self) -> str:
        """Return all entities, a line each."""
        return "".join(f"{number}={entity};\n" for entity, number in self._numbers.items())

    def solid(self, solid: Solid) -> str:
        """Add a solid as a manifold boundary representation."""
        name = quoted(solid.name)
        faces = ",".join(self._face(name, face) for face in faces_of(solid.boxes))
        shell = self.add(f"CLOSED_SHELL({name},({faces}))")
        return self.add(f"MANIFOLD_SOLID_BREP({name},{shell})")

    def styled(self, solid: str, colour: tuple[float, float, float]) -> str:
        """Add a solid's colour."""
        style = self.add(f"COLOUR_RGB('',{','.join(map(_real, colour))})")
        for entity in _STYLING:
            style = self.add(entity.format(style))
        return self.add(f"STYLED_ITEM('',({style}),{solid})")

    def placement(self, at: _Point, axis: _Point, along: _Point) -> str:
        """Add a frame by its origin, its z axis and its x axis."""
        place, z, x = self._point(at), self._direction(axis), self._direction(along)
        return self.add(f"AXIS2_PLACEMENT_3D('',{place},{z},{x})")

    def _face(self, solid: str, face: Face) -> str:
        normal, along = [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]
        normal[face.axis], along[(face.axis + 1) % 3] = float(face.outward), 1.0
        frame = self.placement(face.loops[0][0], tuple(normal), tuple(along))
        plane = self.add(f"PLANE('',{frame})")
        bounds = [
            self.add(
                f"{'FACE_BOUND' if hole else 'FACE_OUTER_BOUND'}('',{self._loop(solid, loop)},.T.)"
            )
            for hole, loop in enumerate(face.loops)
        ]
        return self.add(f"ADVANCED_FACE('',({','.join(bounds)}),{plane},.T.)")

    def _loop(self, solid: str, loop: Sequence[_Point]) -> str:
        edges = [self._oriented(solid, a, b) for a, b in pairwise([*loop, loop[0]])]
        return self.add(f"EDGE_LOOP('',({','.join(edges)}))")

    def _oriented(self, solid: str, start: _Point, end: _Point) -> str:
        """Add one use of an edge; both faces along it share the edge itself."""
        a, b = (start, end) if start < end else (end, start)
        edge = self._edges.get((solid, a, b)) or self._edge(solid, a, b)
        return self.add(f"ORIENTED_EDGE('',*,*,{edge},{'.T.' if start == a else '.F.'})")

    def _edge(self, solid: str, a: _Point, b: _Point) -> str:
        step = tuple(float((u > v) - (u < v)) for u, v in zip(b, a, strict=True))
        vector = self.add(f"VECTOR('',{self._direction(step)},1.)")
        line = self.add(f"LINE('',{self._point(a)},{vector})")
        first, last = self._vertex(solid, a), self._vertex(solid, b)
        # Named, so that an edge is shared within its solid and by no other one.
        edge = self.add(f"EDGE_CURVE({solid},{first},{last},{line},.T.)")
        self._edges[solid, a, b] = edge
        return edge

    def _vertex(self, solid: str, at: _Point) -> str:
        return self.add(f"VERTEX_POINT({solid},{self._point(at)})")

    def _point(self, at: _Point) -> str:
        return self._triple("CARTESIAN_POINT", at)

    def _direction(self, towards: _Point) -> str:
        return self._triple("DIRECTION", towards)

    def _triple(self, kind: str, values: _Point) -> str:
        known = self._triples.get((kind, values))
        if known is None:
            known = self.add(f"{kind}('',({','.join(map(_real, values))}))")
            self._triples[kind, values] = known
        return known


def _product(part: _Part21, name: str, description: str) -> tuple[str, str]:
    """Add what a shape refers to; return its product's definition and its units."""
    application = part.add(
        "APPLICATION_CONTEXT('core data for automotive mechanical design processes')"
    )
    part.add(
        "APPLICATION_PROTOCOL_DEFINITION('international standard','automotive_design',2000,"
        f"{application})"
    )
    context = part.add(f"PRODUCT_CONTEXT('',{application},'mechanical')")
    product = part.add(f"PRODUCT({quoted(name)},{quoted(name)},{quoted(description)},({context}))")
    part.add(f"PRODUCT_RELATED_PRODUCT_CATEGORY('part',$,({product}))")
    formation = part.add(f"PRODUCT_DEFINITION_FORMATION('','',{product})")
    design = part.add(f"PRODUCT_DEFINITION_CONTEXT('part definition',{application},'design')")
    definition = part.add(f"PRODUCT_DEFINITION('design','',{formation},{design})")
    shape = part.add(f"PRODUCT_DEFINITION_SHAPE('','',{definition})")
    length = part.add("(LENGTH_UNIT()NAMED_UNIT(*)SI_UNIT(.MILLI.,.METRE.))")
    angle = part.add("(NAMED_UNIT(*)PLANE_ANGLE_UNIT()SI_UNIT($,.RADIAN.))")
    solid_angle = part.add("(NAMED_UNIT(*)SI_UNIT($,.STERADIAN.)SOLID_ANGLE_UNIT())")
    uncertainty = part.add(
        f"UNCERTAINTY_MEASURE_WITH_UNIT(LENGTH_MEASURE({_real(_UNCERTAINTY_MM)}),{length},"
        "'distance_accuracy_value','')"
    )
    units = part.add(
        "(GEOMETRIC_REPRESENTATION_CONTEXT(3)"
        f"GLOBAL_UNCERTAINTY_ASSIGNED_CONTEXT(({uncertainty}))"
        f"GLOBAL_UNIT_ASSIGNED_CONTEXT(({length},{angle},{solid_angle}))"
        "REPRESENTATION_CONTEXT('',''))"
    )
    return shape, units


def _real(value: float) -> str:
    """Return a number as STEP writes reals: always with a point, without dust or ``-0.``."""
    text = f"{value + 0.0:.7f}".rstrip("0")
    return "0." if text in ("-0.", "0.") else text
