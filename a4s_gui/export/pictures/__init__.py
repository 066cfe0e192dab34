"""Drawings as pictures of pixels: how large one may be, how it is painted, the PNG file."""
