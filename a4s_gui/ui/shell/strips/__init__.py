"""The strips above and below the drawing: the chosen pair, its views, what is asked for."""
