"""Readers of footprint, board and netlist files; none of them writes."""
