"""What the frozen program leaves out, and what it must have, as plain data.

Read by the spec, which drops; by `folder`, which looks whether it is gone; and by the tests, which
start what is left. A pattern is matched against the path inside the folder, with "/" between.
"""

from __future__ import annotations

import fnmatch
import re
from typing import Final

DROPPED_MODULES: Final = (
    # Python's own that nothing here uses.
    *("tkinter", "turtle", "idlelib", "lib2to3", "ensurepip", "venv", "curses", "_curses"),
    *(
        "_curses_panel",
        "readline",
        "test",
        "pydoc_data",
        "_pydecimal",
        "_testcapi",
        "_testinternalcapi",
        "xxlimited",
    ),
    # What the libraries would use if it were there.
    *("pip", "setuptools", "pkg_resources", "wheel", "IPython", "matplotlib", "scipy", "PIL"),
    *("pandas", "h5py", "cupy", "numba", "OpenGL", "docutils", "sphinx", "pytest", "hypothesis"),
    # NumPy: what builds and tests it.
    *("numpy.f2py", "numpy.distutils", "numpy.tests", "numpy.conftest", "numpy._pyinstaller"),
    # pyqtgraph: its examples, its canvas, 3-D, consoles. What it draws our charts with stays.
    *("pyqtgraph.examples", "pyqtgraph.opengl", "pyqtgraph.console", "pyqtgraph.flowchart"),
    *("pyqtgraph.canvas", "pyqtgraph.dockarea", "pyqtgraph.jupyter"),
    # Command lines and other ways to serve.
    *("httpx._main", "rich", "pygments", "uvloop", "watchfiles", "websockets", "wsproto"),
    *("httptools", "trio", "h2", "socksio", "brotli", "zstandard", "gunicorn", "jinja2", "yaml"),
    # The tables are SQLAlchemy Core's.
    *("sqlalchemy.orm", "sqlalchemy.ext.asyncio", "sqlalchemy.ext.declarative"),
    *("sqlalchemy.ext.hybrid", "sqlalchemy.ext.mutable", "sqlalchemy.ext.automap"),
    *("sqlalchemy.ext.associationproxy", "sqlalchemy.ext.mypy", "sqlalchemy.ext.horizontal_shard"),
    *("alembic.testing", "sqlalchemy.testing", "mypy", "pydantic.mypy", "email_validator"),
    # Qt beyond windows, drawings and SVG. QtNetwork: the client layer speaks, through httpx.
    *("PySide6.QtNetwork", "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtQuickControls2"),
    *("PySide6.QtQuickWidgets", "PySide6.QtQuickTest", "PySide6.QtDesigner", "PySide6.QtHelp"),
    *(
        "PySide6.QtUiTools",
        "PySide6.QtPrintSupport",
        "PySide6.QtSql",
        "PySide6.QtXml",
        "PySide6.QtDBus",
    ),
    *("PySide6.QtConcurrent", "PySide6.QtAsyncio", "PySide6.scripts", "PySide6.support"),
)
"""Modules that the spec excludes."""

DROPPED_FILES: Final = (
    # Qt's plugins, kind by kind; what stays is in `KEPT` or needed by it.
    "PySide6/Qt/plugins/egldeviceintegrations/*",
    "PySide6/Qt/plugins/generic/*",
    "PySide6/Qt/plugins/xcbglintegrations/*",
    "PySide6/Qt/plugins/networkinformation/*",
    "PySide6/Qt/plugins/printsupport/*",
    "PySide6/Qt/plugins/qmltooling/*",
    "PySide6/Qt/plugins/sqldrivers/*",
    "PySide6/Qt/plugins/tls/*",
    "PySide6/Qt/plugins/platforms/*eglfs*",
    "PySide6/Qt/plugins/platforms/*linuxfb*",
    "PySide6/Qt/plugins/platforms/*minimal*",
    "PySide6/Qt/plugins/platforms/*vnc*",
    "PySide6/Qt/plugins/platforms/*vkkhrdisplay*",
    "PySide6/Qt/plugins/platforms/*direct2d*",
    # It draws in GTK, cairo and pango, or does not, as the machine that builds happens to have it.
    "PySide6/Qt/plugins/platformthemes/*qgtk3*",
    "PySide6/Qt/plugins/platforminputcontexts/*virtualkeyboard*",
    "PySide6/Qt/plugins/imageformats/*gif*",
    "PySide6/Qt/plugins/imageformats/*icns*",
    "PySide6/Qt/plugins/imageformats/*pdf*",
    "PySide6/Qt/plugins/imageformats/*tga*",
    "PySide6/Qt/plugins/imageformats/*tiff*",
    "PySide6/Qt/plugins/imageformats/*wbmp*",
    "PySide6/Qt/plugins/wayland-graphics-integration-server/*",
    "PySide6/Qt/plugins/wayland-graphics-integration-client/*",
    # One frame for windows is enough: that of GNOME, which draws none by itself.
    "PySide6/Qt/plugins/wayland-decoration-client/*bradient*",
    # A desktop shows windows by xdg-shell; the others are for screens in cars and kiosks.
    "PySide6/Qt/plugins/wayland-shell-integration/*ivi*",
    "PySide6/Qt/plugins/wayland-shell-integration/*qt-shell*",
    "PySide6/Qt/plugins/wayland-shell-integration/*fullscreen*",
    "PySide6/Qt/plugins/wayland-shell-integration/*wl-shell*",
    # Qt's libraries without which nothing here works worse.
    "*Qt6Network*",
    "*Qt6Pdf*",
    "*Qt6Qml*",
    "*Qt6Quick*",
    "*Qt6Sql*",
    "*Qt6PrintSupport*",
    "*Qt6VirtualKeyboard*",
    "*Qt6EglFSDeviceIntegration*",
    "*Qt6EglFsKmsSupport*",
    "*Qt6WaylandCompositor*",
    "*QtNetwork.framework*",
    "*QtPdf.framework*",
    "*QtQml*.framework*",
    "*QtQuick*.framework*",
    "*QtVirtualKeyboard*.framework*",
    # Windows: OpenGL by software, which no widget needs.
    "*opengl32sw.dll",
    "*d3dcompiler_47.dll",
    # Lists come in UTF-8, UTF-16 or GB18030.
    "*lib-dynload/_codecs_jp.*",
    "*lib-dynload/_codecs_kr.*",
    "*lib-dynload/_codecs_iso2022.*",
    # Stubs for editors, and NumPy's parts that are for building with it.
    "*.pyi",
    "*/py.typed",
    "numpy/*/tests/*",
    "numpy/_core/lib/*",
    "numpy/_core/include/*",
    "numpy/random/lib/*",
    "numpy/*.pxd",
    "numpy/*.h",
    "numpy/_core/_multiarray_tests*",
    "numpy/_core/_operand_flag_tests*",
    "numpy/_core/_rational_tests*",
    "numpy/_core/_struct_ufunc_tests*",
    "numpy/_core/_umath_tests*",
    "numpy/_core/_simd.*",
    "alembic/templates/*",
    "pyqtgraph/examples/*",
    "pyqtgraph/icons/*",
    # Of the distributions' own notes: what pip needs, and SBOMs of how a wheel was built.
    "*.dist-info/RECORD",
    "*.dist-info/INSTALLER",
    "*.dist-info/REQUESTED",
    "*.dist-info/direct_url.json",
    "*.dist-info/sboms/*",
    # They are in resources/licences, with those of what is no distribution.
    "*.dist-info/licenses/*",
    "*.dist-info/LICENSE*",
    "*.dist-info/COPYING*",
)
"""Files that the spec drops after PyInstaller collected them, on whichever system they appear."""

TRANSLATIONS: Final = re.compile(
    r"PySide6/(?:Qt/)?translations/(?!qtbase_(?:en|zh_CN)\.qm$)|translations/\w+\.qm$"
)
"""Qt's own words in languages that the program does not speak."""

LEFT_TO_SYSTEM: Final = (
    # Compilers' run-time and what the system's graphics drivers load as well: two of them in one
    # process end it.
    *("libstdc++.so.*", "libgcc_s.so.*", "libGL.so.*", "libEGL.so.*", "libGLX.so.*"),
    *("libGLdispatch.so.*", "libOpenGL.so.*", "libGLESv2.so.*", "libdrm.so.*", "libgbm.so.*"),
    *("libX11.so.*", "libX11-xcb.so.*", "libxcb.so.*", "libXau.so.*", "libXdmcp.so.*"),
    *("libXext.so.*", "libXrender.so.*", "libwayland-*.so.*"),
    # One configuration, cache or bus each on a machine.
    *("libfontconfig.so.*", "libfreetype.so.*", "libexpat.so.*", "libdbus-1.so.*"),
    *("libglib-2.0.so.*", "libgthread-2.0.so.*", "libgobject-2.0.so.*", "libgio-2.0.so.*"),
    *("libsystemd.so.*", "libz.so.*", "libuuid.so.*"),
    # What these alone need.
    *("libbsd.so.*", "libmd.so.*", "libpng16.so.*", "libbrotli*.so.*", "libcap.so.*"),
    *("libgcrypt.so.*", "libgpg-error.so.*", "liblz4.so.*", "libzstd.so.*", "libpcre*.so.*"),
    # Asks for the person's tickets; nothing here does.
    *("libgssapi_krb5.so.*", "libkrb5*.so.*", "libk5crypto.so.*", "libcom_err.so.*"),
    *("libkeyutils.so.*", "libtirpc.so.*", "libnsl.so.*"),
)
"""Linux: libraries that come from the machine it runs on. The packages declare those among them
that are needed (`linux.libraries`)."""

KEPT: Final = {
    "linux": (
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/platforms/libqwayland*.so",
        "PySide6/Qt/plugins/platforms/libqoffscreen.so",
        "PySide6/Qt/plugins/wayland-shell-integration/libxdg-shell.so",
        "PySide6/Qt/plugins/wayland-decoration-client/*.so",
        "PySide6/Qt/plugins/platformthemes/libqxdgdesktopportal.so",
        "PySide6/Qt/plugins/platforminputcontexts/libibusplatforminputcontextplugin.so",
        "PySide6/Qt/plugins/platforminputcontexts/libcomposeplatforminputcontextplugin.so",
    ),
    "windows": (
        "PySide6/plugins/platforms/qwindows.dll",
        "PySide6/plugins/platforms/qoffscreen.dll",
    ),
    "macos": (
        "PySide6/Qt/plugins/platforms/libqcocoa.dylib",
        "PySide6/Qt/plugins/platforms/libqoffscreen.dylib",
    ),
}
"""System → what would be missed by a person and by no import: windows, Wayland, Chinese input."""

KEPT_EVERYWHERE: Final = (
    "PySide6/*plugins/iconengines/*svgicon*",
    "PySide6/*plugins/imageformats/*svg*",
    "PySide6/*plugins/imageformats/*jpeg*",
    "PySide6/*plugins/imageformats/*webp*",
    "PySide6/*translations/qtbase_zh_CN.qm",
    "tpns_desktop/resources/i18n/tpns_desktop_zh_CN.qm",
    "tpns_desktop/resources/icons/tpns-desktop.svg",
    "tpns_desktop/store/migrations/versions/r0001_first.py",
    "pyqtgraph/__init__.py",
)
"""The same on every system."""

DATA_LIBRARIES: Final = (
    *("numpy/*", "numpy.libs/*", "pyqtgraph/*"),
    # Nothing but pyqtgraph asks for it, though it draws our charts without.
    *("PySide6/QtOpenGL*", "PySide6/*Qt6OpenGL*"),
)
"""What lists and charts stand on; the size is told with and without it."""

STRIPPED: Final = (
    *("libpython*", "python3.*", "_cffi*", "sqlalchemy/*", "cryptography/*", "psutil/*"),
    "PySide6/Qt/lib/libicu*",
)
"""Linux: files that come with symbols for debugging. Not the rest of Qt and NumPy: they come
without, or their loader's tables do not survive."""


def is_dropped(path: str) -> bool:
    """Whether a file of this path inside the folder stays out."""
    # Windows has Qt's plugins one folder further up.
    usual = path.replace("PySide6/plugins/", "PySide6/Qt/plugins/")
    if TRANSLATIONS.match(usual) and not usual.startswith("tpns_desktop/"):
        return True
    return any(fnmatch.fnmatchcase(usual, pattern) for pattern in DROPPED_FILES)


def is_systems(path: str) -> bool:
    """Whether a Linux library comes from the machine it runs on."""
    name = path.rpartition("/")[2]
    return any(fnmatch.fnmatchcase(name, pattern) for pattern in LEFT_TO_SYSTEM)


def is_data_library(path: str) -> bool:
    """Whether a file belongs to what lists and charts stand on."""
    return any(fnmatch.fnmatchcase(path, pattern) for pattern in DATA_LIBRARIES)


def is_stripped(path: str) -> bool:
    """Whether a Linux file goes without its symbols for debugging."""
    return any(fnmatch.fnmatchcase(path, pattern) for pattern in STRIPPED)


def kept(system: str) -> tuple[str, ...]:
    """Patterns of which each must find a file; `system` is "linux", "windows" or "macos"."""
    return KEPT[system] + KEPT_EVERYWHERE
