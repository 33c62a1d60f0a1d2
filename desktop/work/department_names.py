"""Departments as people call them, in sentences that were made with their codes."""

from __future__ import annotations

from schema.catalogue.definitions import Catalogue
from schema.catalogue.punctuation import PUNCTUATION
from schema.errors import AnnalsError

# The troubles whose `list`, and `near` where they have it, name departments.
_LISTING = frozenset({"people.department", "request.nothing", "request.not_asked"})


def department_name(catalogue: Catalogue, code: str, language: str) -> str:
    """Return what a department is called, with its code where another is called so; an unknown one stays its code."""
    known = catalogue.departments.get(code)
    if known is None:
        return code
    name = known.name.best(language)
    alike = sum(other.name.best(language) == name for other in catalogue.departments.values())
    return PUNCTUATION[language].bracketed(name, code) if alike > 1 else name


def with_department_names(error: AnnalsError, catalogue: Catalogue, language: str) -> AnnalsError:
    """Return a trouble that names departments as people call them; one that names none is the same."""
    params = dict(error.params)
    if code := params.get("department", ""):
        params["department"] = department_name(catalogue, code, language)
    if error.code in _LISTING:
        for place in ("list", "near"):
            codes = filter(None, params.get(place, "").split(", "))
            params[place] = ", ".join(department_name(catalogue, code, language) for code in codes)
    return error if params == error.params else AnnalsError(error.code, **params)
