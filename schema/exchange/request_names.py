"""How packs and forms name whose they are: the company, and the request that they belong to."""

from __future__ import annotations

import hashlib
import json

from schema.catalogue.definitions import Catalogue
from schema.values.requests import Request

_DIGITS = 32


def company_name(catalogue: Catalogue) -> str:
    """Return the company's name in the first of its languages."""
    return catalogue.company.name.best("zh-Hans")


def request_id(company: str, request: Request) -> str:
    """Return what names a request among all: 32 hex digits, the same however often it is asked again."""
    asked = request.asked
    parts = [company, request.report, request.department, asked.by, asked.at]
    text = json.dumps(parts, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:_DIGITS]
