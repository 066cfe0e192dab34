"""Holding one connector against the land pattern: pads, joints, numbers, mask and paste."""
