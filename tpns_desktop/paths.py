"""Where the program keeps its files, and where those it came with are.

The same answers whether it runs from the source tree, an installed wheel or an installer.
Creates nothing by itself but in `Paths.make`; what is in the files belongs to `store` and `ui`.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

APP_FOLDER = "tpns-desktop"

HOME_VARIABLE = "TPNS_DESKTOP_HOME"
"""Environment variable: a folder that holds everything instead of the system's usual places."""


@dataclass(frozen=True)
class Paths:
    """The folders and files of one person on this machine."""

    data_dir: Path
    log_dir: Path
    settings_file: Path

    @property
    def database_file(self) -> Path:
        """Apps, drafts, plans and history."""
        return self.data_dir / "tpns-desktop.db"

    def make(self) -> None:
        """Create the folders that are missing, for this person alone. Raises OSError."""
        for folder in (self.data_dir, self.log_dir, self.settings_file.parent):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)


def find_paths(home: Path | None = None) -> Paths:
    """The person's paths.

    `home`, or else the variable TPNS_DESKTOP_HOME, puts all of them into one folder: `data/`,
    `logs/` and `settings.ini`. Without either they are where the system wants them (on Linux
    `~/.local/share/tpns-desktop`, `~/.local/state/tpns-desktop/log` and
    `~/.config/tpns-desktop/settings.ini`).
    """
    if home is None and os.environ.get(HOME_VARIABLE):
        home = Path(os.environ[HOME_VARIABLE])
    if home is not None:
        home = home.expanduser().absolute()
        return Paths(home / "data", home / "logs", home / "settings.ini")

    from platformdirs import PlatformDirs  # only here: a given home does without it

    system = PlatformDirs(APP_FOLDER, appauthor=False)
    return Paths(
        system.user_data_path, system.user_log_path, system.user_config_path / "settings.ini"
    )


def resources_dir() -> Path:
    """The folder with `icons/` and `i18n/`."""
    package = Path(__file__).resolve().parent
    # Wheels and installers carry it inside the package, the source tree beside it.
    inside = package / "resources"
    return inside if inside.is_dir() else package.parent / "resources"


def icons_dir() -> Path:
    """The folder with the icons, *.svg."""
    return resources_dir() / "icons"


def licences_dir() -> Path:
    """The folder with the licences of all that an installer brings; from source there is none."""
    return resources_dir() / "licences"


def translations_dir() -> Path:
    """The folder with the compiled translations, *.qm."""
    return resources_dir() / "i18n"
