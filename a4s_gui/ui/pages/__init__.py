"""Pages of rich text: searched, linked, in the colours of the theme."""
