"""What the parser of Python says of a wrong call, in the speaker's language: its sentences are English templates."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

Sentence = Callable[..., str]

_OF_CALL: Mapping[str, str] = {
    r"the following arguments are required: (?P<names>.+)": "cli.usage.required",
    r"unrecognized arguments: (?P<words>.+)": "cli.usage.unknown",
    r"one of the arguments (?P<names>.+) is required": "cli.usage.either",
    r"ambiguous option: (?P<option>.+) could match (?P<matches>.+)": "cli.usage.ambiguous",
}
_OF_ARGUMENT: Mapping[str, str] = {
    r"expected one argument": "cli.usage.one",
    r"expected at least one argument": "cli.usage.some",
    r"invalid choice: (?P<value>.+?) \(choose from (?P<choices>.+)\)": "cli.usage.choice",
    r"invalid \w+ value: (?P<value>.+)": "cli.usage.value",
    r"not allowed with argument (?P<other>.+)": "cli.usage.together",
    r"ignored explicit argument (?P<value>.+)": "cli.usage.ignored",
}


def usage_problem(message: str, sentence: Sentence) -> str:
    """Return what is wrong with a call; words that are not known here stay as they are."""
    argument = re.fullmatch(r"argument (?P<name>.+?): (?P<problem>.+)", message, re.DOTALL)
    if argument is not None:
        known = _matched(_OF_ARGUMENT, argument["problem"])
        return sentence(known[0], name=argument["name"], **known[1]) if known else message
    known = _matched(_OF_CALL, message)
    return sentence(known[0], **known[1]) if known else message


def _matched(templates: Mapping[str, str], text: str) -> tuple[str, dict[str, str]] | None:
    for template, code in templates.items():
        if match := re.fullmatch(template, text, re.DOTALL):
            return code, match.groupdict()
    return None
