"""Keeps resources/words in step with messages.yaml and phrases.yaml: `python -m tests.tools.program_words`.

`compiled.json` holds the sentences in the form that the program reads without YAML. `said.txt` holds one mark for each
wording that a sentence ever had: marks are only ever added. `--history` adds those of all commits before this one.
"""

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import yaml

from schema.catalogue.loader_messages import load_messages
from schema.catalogue.program_words import KINDS, digest, mark
from schema.grammar.words import LANGUAGES, Words

ROOT = Path(__file__).parents[2]
SOURCES = {kind: ROOT / "resources" / "definitions" / f"{kind}.yaml" for kind in KINDS}
COMPILED = ROOT / "resources" / "words" / "compiled.json"
SAID = ROOT / "resources" / "words" / "said.txt"


def sentences() -> dict[str, Mapping[str, Words]]:
    """The sentences as they stand in the definitions."""
    return {kind: load_messages(path, kind) for kind, path in SOURCES.items()}


def compiled() -> str:
    """The text of compiled.json, one sentence a line."""
    parts = [f'"of": {json.dumps(digest(SOURCES))}']
    for kind, said in sentences().items():
        texts = {code: [words.get(language) for language in LANGUAGES] for code, words in said.items()}
        lines = ",\n".join(f"{json.dumps(c)}: {json.dumps(t, ensure_ascii=False)}" for c, t in texts.items())
        parts.append(f'"{kind}": {{\n{lines}\n}}')
    return "{\n" + ",\n".join(parts) + "\n}\n"


def marks() -> set[str]:
    """The marks of today's wordings."""
    return {
        mark(kind, code, words.get(language))
        for kind, said in sentences().items()
        for code, words in said.items()
        for language in LANGUAGES
    }


def earlier_marks() -> set[str]:
    """The marks of every wording in the commits up to this one."""
    return {mark(kind, code, text) for kind, path in SOURCES.items() for code, text in _earlier(kind, path)}


def _earlier(kind: str, path: Path) -> Iterator[tuple[str, str]]:
    name = path.relative_to(ROOT).as_posix()
    for commit in _git("log", "--format=%H", "--", name).decode().split():
        try:
            said = yaml.load(_git("show", f"{commit}:{name}"), yaml.CBaseLoader)[kind]
        except (yaml.YAMLError, subprocess.CalledProcessError):
            continue  # a state that no program could read
        yield from ((code, text) for code, words in said.items() for text in words.values())


def _git(*arguments: str) -> bytes:
    return subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, check=True).stdout


def main() -> None:
    """Write both files."""
    kept = set(SAID.read_text("ascii").split()) if SAID.exists() else set()
    every = kept | marks() | (earlier_marks() if "--history" in sys.argv[1:] else set())
    SAID.write_text("".join(f"{one}\n" for one in sorted(every)), "ascii", newline="\n")
    COMPILED.write_text(compiled(), "utf-8", newline="\n")


if __name__ == "__main__":
    main()
