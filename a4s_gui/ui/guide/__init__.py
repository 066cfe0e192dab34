"""The guide: its pages, searched and shown in a window of their own, at what has the keys."""
