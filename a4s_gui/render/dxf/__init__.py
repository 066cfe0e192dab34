"""Scenes as DXF entities, layers and styles."""
