"""Renews the words of the user interface: collects every tr() into the .ts files, compiles them to .qm.

Run it after changing words, translate what is marked unfinished in resources/translations/*.ts (Qt Linguist or a
text editor), run it again: `python tests/tools/translations.py`.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "resources" / "translations"
LOCALES = ("zh_CN", "zh_HK")


def sources() -> list[Path]:
    """Return every module of the window (the command line has its words in messages.yaml and help/commands.json)."""
    return sorted(path for path in (ROOT / "desktop").rglob("*.py") if "cli" not in path.parts)


def tool(name: str) -> str:
    """Return the program that came with PySide6."""
    return str(Path(sys.executable).parent / name)


def main() -> None:
    """Collect, then compile."""
    FOLDER.mkdir(exist_ok=True)
    for locale in LOCALES:
        target = FOLDER / f"annals_{locale}.ts"
        names = [str(path.relative_to(ROOT)) for path in sources()]
        update = [tool("pyside6-lupdate"), "-no-obsolete", "-locations", "none", "-source-language", "en",
                  "-target-language", locale, *names, "-ts", str(target)]  # fmt: skip
        subprocess.run(update, check=True, cwd=ROOT)
        subprocess.run([tool("pyside6-lrelease"), str(target), "-qm", str(target.with_suffix(".qm"))], check=True)


if __name__ == "__main__":
    main()
