"""Choosing pairs: filters, board limits, part numbers as people write them, alternatives."""
