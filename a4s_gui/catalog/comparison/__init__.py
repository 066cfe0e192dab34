"""Up to four pairs side by side."""
