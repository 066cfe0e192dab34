"""The drawing on the screen: pyqtgraph's view, pointing, measuring."""
