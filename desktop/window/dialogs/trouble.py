"""Troubles in words: expected ones as their sentence, others as a report that can be copied."""

from __future__ import annotations

from schema.catalogue.program_words import ProgramWords
from schema.errors import AnnalsError


def error_words(error: Exception, program: ProgramWords, language: str) -> str:
    """Return the sentence of a trouble before any workspace is open; a bug is handed to the crash dialog."""
    if not isinstance(error, AnnalsError):
        raise error
    from schema.validation.messages import error_message

    return error_message(error, program.messages, language)
