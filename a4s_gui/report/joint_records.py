"""Joints, solder mask, stencil and heights of a pair as plain values for programs."""

from __future__ import annotations

from typing import Any

from a4s_gui.catalog.model import Half, Pair
from a4s_gui.geometry.body import pair_heights
from a4s_gui.geometry.design_rules.soldering import mask_web, soldering_limits
from a4s_gui.geometry.joints import Joint, joints
from a4s_gui.geometry.land_pattern.pattern import LandPattern
from a4s_gui.geometry.stencil import stencil_openings


def joint_records(pair: Pair, pattern: LandPattern) -> dict[str, Any]:
    """Return ``joints``, ``mask_web_mm``, ``stencil`` and ``heights_mm`` of ``show --json``.

    ``side_mm`` is the narrower side; of two mask webs the narrower one is told.
    """
    return {
        "joints": {
            c.half: {joint.role: _joint(joint) for joint in joints(c, pattern)}
            for c in pair.connectors
        },
        "mask_web_mm": min(mask_web(half, pattern).figure.amount for half in Half),
        "stencil": {
            "thickness_um": pattern.common.paste_thickness_um,
            "area_ratio": {
                half: {o.role: o.area_ratio for o in stencil_openings(half, pattern)}
                for half in Half
            },
            "wanted": soldering_limits().stencil_area_ratio.value,
        },
        "heights_mm": _heights(pair),
    }


def _joint(joint: Joint) -> dict[str, float]:
    return {f"{end}_mm": getattr(joint, end).amount for end in ("toe", "heel", "side")}


def _heights(pair: Pair) -> dict[str, Any] | None:
    found = pair_heights(pair)
    if found is None:
        return None
    return {
        "socket": found.socket.value_mm,
        "header": found.header.value_mm,
        "derived": found.derived,
        "gap": found.gap_mm,
        "overlap": found.overlap_mm,
    }
