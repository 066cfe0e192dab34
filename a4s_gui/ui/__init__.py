"""How a pair is picked and shown. Qt Widgets and pyqtgraph live here only."""
