"""What a bundle runs: Annals, with the bundle's own libraries where the system has none."""

import os
import sys
from importlib.abc import MetaPathFinder
from pathlib import Path

HERE = Path(__file__).resolve().parent


class BeforeQt(MetaPathFinder):
    """Loads what Qt asks of the system when Qt is asked for, once: a command that shows nothing does without."""

    def find_spec(self, fullname, path=None, target=None):  # noqa: ANN001, ANN201 - as the base class has it
        """Find nothing: only look who is called."""
        if fullname == "PySide6":
            sys.meta_path.remove(self)
            load_libraries(HERE / "system")
            use_fonts(HERE / "system")


def load_libraries(folder: Path) -> None:
    """Load each listed library: the system's, else ours. What is loaded later finds it by its name."""
    import ctypes

    for name in (folder / "libraries.txt").read_text("utf-8").split():
        try:
            ctypes.CDLL(name)
        except OSError:
            ctypes.CDLL(str(folder / name))


def use_fonts(folder: Path) -> None:
    """Let a system without any set-up of fonts draw with ours."""
    own = folder / "fonts" / "fonts.conf"
    if own.is_file() and not Path("/etc/fonts/fonts.conf").is_file():
        os.environ.setdefault("FONTCONFIG_FILE", str(own))


def say_who(name: str) -> None:
    """Tell Windows that the windows of this process are Annals', not Python's: one button of the task bar."""
    import ctypes

    ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID(name)  # pyright: ignore


def main() -> None:
    """Run Annals."""
    sys.argv[0] = "annals"
    if sys.platform == "linux":
        sys.meta_path.insert(0, BeforeQt())
    if sys.platform == "win32" and not sys.stdout:  # pythonw: a window, no console
        say_who("Annals.Annals")
    from desktop.__main__ import run

    run()


main()
