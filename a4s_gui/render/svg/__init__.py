"""Scenes as the elements of an SVG drawing."""
