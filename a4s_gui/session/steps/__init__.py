"""Undo and redo, back and forward: the steps that led to a state, as values."""
