"""How a pair is picked and shown. Qt Widgets and pyqtgraph live here only."""

import a4s_gui.render.qt  # noqa: F401 - before all others: it makes their import quicker
