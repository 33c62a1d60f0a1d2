"""What a profile needs of a report, in lines or as a JSON document."""

from __future__ import annotations

from collections import Counter

from desktop.cli.speaker import Speaker
from desktop.work.profile import NEED_STATES, Profile, profile_of
from schema.moment import Moment


def tell_profile(moment: Moment, report: str, name: str, speaker: Speaker) -> int:
    """Print what a starter or another report asks that this one does not; returns the exit status."""
    profile = profile_of(moment, report, name, speaker.resources, speaker.program)
    speaker.json(_document(profile, report, speaker))
    if speaker.as_json:
        return 0
    counts = Counter(need.state for need in profile.needs)
    told = {state: str(counts[state]) for state in NEED_STATES}
    head = {"profile": name, "count": str(len(profile.needs)), "unowned": str(len(profile.unowned))}
    speaker.say("cli.profile", report=report, **head, **told)
    for need in profile.unowned:
        state = speaker.sentence(f"cli.profile.{need.state}")
        speaker.write(
            "\t".join((f"  {need.metric.code}", need.metric.name.best(speaker.language), need.metric.unit, state))
        )
    for framework, disclosures in profile.unasked:
        named = moment.catalogue.frameworks[framework].name.best(speaker.language)
        speaker.say("cli.profile.disclosures", framework=named, count=str(len(disclosures)))
        for disclosure in disclosures:
            speaker.write(f"  {disclosure.printed}\t{disclosure.title.best(speaker.language)}")
    return 0


def _document(profile: Profile, report: str, speaker: Speaker) -> dict[str, object]:
    needs = [
        {"metric": need.metric.code, "name": need.metric.name.best(speaker.language), "unit": need.metric.unit,
         "state": need.state, "owner": need.owner, "instead": need.instead, "owned": need.owned}
        for need in profile.needs
    ]  # fmt: skip
    unasked = [
        {"framework": framework, "code": one.code, "printed": one.printed, "title": one.title.best(speaker.language)}
        for framework, disclosures in profile.unasked
        for one in disclosures
    ]
    return {"report": report, "profile": profile.name, "metrics": needs, "unowned": len(profile.unowned),
            "disclosures": unasked}  # fmt: skip
