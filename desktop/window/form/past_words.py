"""What the past years of a value say beside its field: their values, the change, the line and its words."""

from __future__ import annotations

from dataclasses import replace

from desktop.window.form.past_strip import PastStrip
from desktop.window.session.desk import Desk
from desktop.work.wording import Wording, change_text, series
from schema.grammar.reference import Key
from schema.validation.comparison_words import reason_words
from schema.values.comparison import percent_change

_YEARS = 2  # shown before the value's own


def show_past(strip: PastStrip, desk: Desk, key: Key, wording: Wording) -> None:
    """Show them; of a value that came after the figures were computed nothing is compared until they are."""
    session, figures = desk.session, desk.session.figures
    before = (replace(key, period=key.period - back) for back in range(1, _YEARS + 1))
    past = tuple(wording.shown(session.result(year)) or "–" for year in before)
    values = series(figures, key)
    if session.fresh.among_years(key, _YEARS + 1):
        strip.show_values(past, "", ())
        unlike = ""
    else:
        strip.show_values(past, change_text(figures, key, wording.metric, desk.language), values)
        unlike = reason_words(percent_change(figures, key), figures, desk.language)
    told = (session.result(replace(key, period=year)) for year, _ in reversed(values))
    lines = [f"{result.key.period}: {wording.spoken(result) or '–'}" for result in told]
    strip.setToolTip("\n".join(filter(None, (*lines, unlike))))
