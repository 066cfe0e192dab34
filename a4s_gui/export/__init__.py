"""How a drawing becomes a file. One module a format, one registry by suffix.

A writer turns a request into bytes; :mod:`a4s_gui.export.atomic` puts bytes into a file whole or
not at all. Only the modules that paint import Qt, and only when a format that needs them is used.
"""
