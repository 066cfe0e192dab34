"""Scenes as the content of a PDF page, and the file around it."""
