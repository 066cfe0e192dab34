"""Lists of part numbers that people paste or open, resolved line by line."""
