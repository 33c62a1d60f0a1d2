"""What the past years of a value say beside its field: their values, the change, the line and its words."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from desktop.window.form.past_strip import PastStrip
from desktop.window.session.desk import Desk
from desktop.window.session.year_names import year_name
from desktop.work.wording import Wording, change_text, series
from schema.grammar.reference import Key
from schema.validation.comparison_words import reason_words
from schema.values.comparison import percent_change

_YEARS = 2  # shown before the value's own
_LINE = 6  # years of the line


def show_past(strip: PastStrip, desk: Desk, key: Key, wording: Wording) -> None:
    """Show them; of a value that came after the figures were computed nothing is compared until they are."""
    session, figures = desk.session, desk.session.figures
    results = [session.result(replace(key, period=key.period - back)) for back in range(_LINE)]
    fresh = session.fresh.among_years(key, _YEARS + 1)
    plain = wording.metric.formula is None and not any(result.total for result in results)
    ground = (results, fresh, id(figures.snapshot.published), id(figures.catalogue)) if plain else None
    if ground is not None and ground == strip.ground:
        return  # each change of any value asks every field of the form
    strip.ground = ground
    past = tuple(wording.shown(result) or "–" for result in results[1 : _YEARS + 1])
    if fresh:
        strip.show_values(past, "", ())
    else:
        strip.show_values(past, change_text(figures, key, wording.metric, desk.language), series(figures, key, _LINE))
    strip.told = partial(_words, desk, key, wording)


def _words(desk: Desk, key: Key, wording: Wording) -> str:
    """Return the values of the line in words, newest first, and why the last two are not compared."""
    session, figures = desk.session, desk.session.figures
    told = (session.result(replace(key, period=year)) for year, _ in reversed(series(figures, key, _LINE)))
    lines = [f"{year_name(desk, result.key.period)}: {wording.spoken(result) or '–'}" for result in told]
    fresh = session.fresh.among_years(key, _YEARS + 1)
    unlike = "" if fresh else reason_words(percent_change(figures, key), figures, desk.language)
    return "\n".join(filter(None, (*lines, unlike)))
