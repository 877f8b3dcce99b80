"""Where the frozen program begins.

On Windows a program either has a console or none. The folder holds both, as an installed wheel
does: `tpns-desktop-gui.exe` is in the menu, `tpns-desktop.exe` prints. Children of the program
print (`practice --json`), so they are the latter.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tpns_desktop.__main__ import main

if sys.platform == "win32" and Path(sys.executable).stem.endswith("-gui"):
    sys.executable = str(Path(sys.executable).with_name("tpns-desktop.exe"))

sys.exit(main())
