"""What the sheet shows. Views, dimensions and sheet arithmetic, without Qt.

A view is a :class:`~a4s_gui.drawing.scene.Scene`: a list of frozen primitives whose places are
millimetres of the part and whose text heights, pens and arrows are millimetres of the paper, so
that a drawing reads alike at every scale.
"""
