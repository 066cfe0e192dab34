"""Select Panasonic A4S board-to-board connector pairs, see them to scale, export the drawing."""

__version__ = "0.1.0"

PROGRAM = f"a4s-gui {__version__}"
"""What files and messages call the program that made them."""
