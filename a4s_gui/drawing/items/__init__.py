"""The pieces that a view is put together from: pads, dimensions, legend, notes."""
