"""What each command does with what the user asked for; :mod:`a4s_gui.cli` picks one.

Programs read standard output; what is for people goes to standard error through
:mod:`a4s_gui.commands.text.messages`.
"""
