"""Select Panasonic A4S board-to-board connector pairs, see them to scale, export the drawing."""

__version__ = "0.1.0"
