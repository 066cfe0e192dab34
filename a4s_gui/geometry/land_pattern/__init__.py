"""The land pattern: figures with their sources, read, edited, checked and written."""
