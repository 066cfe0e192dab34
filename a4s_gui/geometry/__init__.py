"""What it measures. Pads, bodies, numbering and mating, in millimetres.

Everywhere: top view of the half's own board, origin at the connector's centre, x to the right along
the rows, y down, lengths in mm.
"""
