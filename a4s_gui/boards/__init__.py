"""Footprints and boards of others: read, searched for A4S connectors, audited and mated.

Lengths are mm. On a board x runs right and y down, seen from the front. In a part's own frame the
origin is the connector's centre and x runs along the rows, seen from the part's own side of the
board, with pin 1 at the left end.
"""
