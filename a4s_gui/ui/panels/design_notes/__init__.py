"""The panel: design notes."""
