"""The panels around the drawing, one package each; no panel imports another one."""
