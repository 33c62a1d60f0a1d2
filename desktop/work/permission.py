"""Whether somebody may ask, send, review or keep people here, told before it is tried: what is greyed says why."""

from __future__ import annotations

from desktop.work.send import contacts_of
from schema.errors import AnnalsError, RightsError
from schema.moment import Moment
from schema.validation.shares import Share
from schema.values.changes import Change, keep
from schema.values.datapoint import Remark
from schema.values.freezes import Freeze
from schema.values.holders import Holders
from schema.values.pack_origin import origin_of
from schema.values.people import Person, people_of
from schema.values.requests import Approval, Request, Step
from schema.values.rights import RIGHTS, check_definitions, check_rights
from schema.values.subject import RequestAt
from schema.values.verdicts import Verdict


def asking_refused(moment: Moment, who: str) -> AnnalsError | None:
    """Return why this person may not ask or send here, None where they may; nobody may in a share itself."""
    if origin_of(moment.snapshot) is not None:
        return AnnalsError("send.small")
    return _refused(moment, who, keep(Request("", "", "", "", Step(who, ""))), "asking.not_editor")


def passing_refused(moment: Moment, who: str, share: Share) -> AnnalsError | None:
    """Return why this person may not pass a share on: it is not theirs, or there is nobody to pass it on to."""
    assert share.request is not None
    at = RequestAt(share.report, share.department)
    change = Change(at, share.request, share.request.passed({"": who}))
    if (refused := _refused(moment, who, change, "pass.not_yours")) is not None:
        return refused
    if not contacts_of(moment.snapshot, share.department) and not share.request.persons:
        return AnnalsError("pass.nobody_there", department=share.department)
    return None


def reviewing_refused(moment: Moment, who: str) -> AnnalsError | None:
    """Return why this person may neither approve nor return here, None where they may."""
    return _refused(moment, who, keep(Approval("", "", "", who, "")), "review.not_reviewer")


def people_refused(moment: Moment, who: str) -> AnnalsError | None:
    """Return why this person may change no people, None where they may; nobody may in a share itself."""
    if origin_of(moment.snapshot) is not None:
        return AnnalsError("people.small")
    return _refused(moment, who, keep(Person("", "", "contact")), "people.not_editor")


def owners_refused(moment: Moment, who: str) -> AnnalsError | None:
    """Return why this person may not name other owners, None where they may; nobody may in a share itself."""
    if origin_of(moment.snapshot) is not None:
        return AnnalsError("owners.small")
    return _refused_definitions(moment, who, "owners.not_editor")


def definitions_refused(moment: Moment, who: str) -> AnnalsError | None:
    """Return why this person may begin no report and take in no definitions; nobody may in a share itself."""
    if origin_of(moment.snapshot) is not None:
        return AnnalsError("catalogue.small")
    return _refused_definitions(moment, who, "catalogue.not_editor")


def answering_refused(moment: Moment, who: str) -> AnnalsError | None:
    """Return why this person may answer no doubts at all, None where they may those of some department."""
    person = next((one for one in people_of(moment.snapshot) if one.name == who), None)
    if person is not None and RIGHTS[person.role]["remark"] == "own":
        return None
    return _refused(moment, who, keep(Remark("", "", "", "", who, "")), "answering.not_yours")


def freezing_refused(moment: Moment, who: str) -> AnnalsError | None:
    """Return why this person may not freeze here, None where they may; nobody may in a share itself."""
    if origin_of(moment.snapshot) is not None:
        return AnnalsError("freeze.small")
    return _refused(moment, who, keep(Freeze("", "", who, "", "", 0, "")), "freeze.not_editor")


def judging_refused(moment: Moment, who: str) -> AnnalsError | None:
    """Return why this person may note no verdicts here, None where they may; nobody may in a share itself."""
    if origin_of(moment.snapshot) is not None:
        return AnnalsError("assure.small")
    return _refused(moment, who, keep(Verdict("", "", "", "pass", "", "", who, "")), "assure.not_auditor")


def _refused_definitions(moment: Moment, who: str, code: str) -> AnnalsError | None:
    try:
        check_definitions(who, people_of(moment.snapshot))
    except RightsError as error:
        return _said(error, who, code)
    return None


def _refused(moment: Moment, who: str, change: Change, code: str) -> AnnalsError | None:
    try:
        check_rights([change], who, people_of(moment.snapshot), lambda: Holders(moment.definitions))
    except RightsError as error:
        return _said(error, who, code)
    return None


def _said(error: RightsError, who: str, code: str) -> AnnalsError:
    """Return a refusal that speaks of the whole deed, as that of a single change cannot; a stranger stays one."""
    return error if error.code == "rights.unknown" else AnnalsError(code, who=who)
