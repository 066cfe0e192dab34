"""Floor 5: how a pair is picked and shown. Qt Widgets and pyqtgraph live here only."""
