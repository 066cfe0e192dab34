"""The pads of a pair as tables."""
