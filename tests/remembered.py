"""What functions of the program remember of earlier calls in this process."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any


def caches() -> Iterator[Any]:
    """Yield each function of a loaded module of ours that remembers its results."""
    ours = [
        module for name, module in sys.modules.items() if name.partition(".")[0] in ("schema", "exporters", "desktop")
    ]
    for module in ours:
        for made in vars(module).values():
            if getattr(made, "__module__", None) == module.__name__ and hasattr(made, "cache_clear"):
                yield made


def forget() -> None:
    """Let all of them begin anew."""
    for function in caches():
        function.cache_clear()
