"""``python -m a4s_gui``: the same as the command ``a4s-gui``."""

import sys

from a4s_gui.cli import main

if __name__ == "__main__":
    sys.exit(main())
