"""Scenes drawn by Qt: the one painter, the drawing font and text as outlines."""
