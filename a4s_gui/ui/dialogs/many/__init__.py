"""Exporting many pairs: what is asked, and the run."""
