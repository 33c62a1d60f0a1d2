"""Files that come back from departments, read as answers: what they are is told by their content."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

from schema.catalogue.outline import Definitions
from schema.errors import AnnalsError, ChildError, FormError, PackError
from schema.exchange.answers import Answer, Offer, OfferStep, Refused
from schema.exchange.evidence_reader import received
from schema.exchange.forms.reading import read_form
from schema.exchange.oldsheets.file_kind import file_kind
from schema.exchange.packs.answer_pack import read_answer
from schema.exchange.packs.manifest import MANIFEST, SUFFIX
from schema.exchange.packs.pack import Pack, read_packs
from schema.validation.issue import Issue
from schema.values.datapoint import Attachment
from schema.values.kept_things import canonical
from schema.values.subject import AttachmentAt

_BEGINNING = 64
_AT_ONCE = 2  # processes that read foreign files


def is_pack(path: Path) -> bool:
    """Whether a file is a pack by what it begins with, or else by its name."""
    try:
        with path.open("rb") as file:
            head = file.read(_BEGINNING)
    except OSError:
        return False
    return head.startswith(b"PK") and (MANIFEST.encode() in head or path.suffix == SUFFIX)


def read_answers(paths: Sequence[Path], definitions: Definitions) -> list[Answer | AnnalsError]:
    """Read files that came back, in their order; what is no answer gives its one reason."""
    books = [path for path in paths if not path.is_dir() and not is_pack(path) and file_kind(path) == "book"]
    packs = [path for path in paths if path not in books]
    with ThreadPoolExecutor(max_workers=_AT_ONCE) as executor:
        forms = executor.map(lambda path: _form(path, definitions), books)
        read = dict(zip(packs, map(_answer, read_packs(packs)), strict=True))
        read |= dict(zip(books, forms, strict=True))
    return [read[path] for path in paths]


def _form(path: Path, definitions: Definitions) -> Answer | AnnalsError:
    from exporters.excel.form_reader import read_form_book  # deferred: packs need nothing of Excel

    try:
        return read_form(read_form_book(path), definitions)
    except (FormError, ChildError) as error:
        return error


def _answer(pack: Pack | AnnalsError) -> Answer | AnnalsError:
    if isinstance(pack, AnnalsError):
        return AnnalsError("merge.kind", **pack.params) if pack.code == "pack.not_pack" else pack
    try:
        return vetted(read_answer(pack))
    except (PackError, ChildError) as error:
        return error


def vetted(answer: Answer) -> Answer:
    """Return an answer whose files are what they say: pictures are decoded once more, in a process of their own.

    Of other files the type is told anew.
    """
    kept: list[Offer] = []
    refused: list[Refused] = []
    contents: dict[str, bytes] = {}
    for offer in answer.offers:
        if not isinstance(offer.subject, AttachmentAt):
            kept.append(offer)
            continue
        content = answer.attachments[offer.subject.hash]() if offer.subject.hash in answer.attachments else b""
        file = _received(offer, content)
        if file is None:
            facts = {"subject": canonical(offer.subject)}
            refused.append(Refused(facts["subject"], Issue("merge.file", "error", facts=facts)))
        else:
            kept.append(file)
            contents[offer.subject.hash] = content
    if not contents and not refused:
        return answer
    readers = {name: _giving(content) for name, content in contents.items()}
    return replace(answer, offers=tuple(kept), refused=(*answer.refused, *refused), attachments=readers)


def _giving(content: bytes) -> Callable[[], bytes]:
    return lambda: content


def _received(offer: Offer, content: bytes) -> Offer | None:
    """Return the offer of a file by what its bytes are; None where they are lacking or are not what its facts say."""
    facts = offer.theirs
    known = received(facts, content) if isinstance(facts, Attachment) and content else None
    if known is None:
        return None
    steps = tuple(OfferStep(step.who, step.at, step.reason, known) for step in offer.steps[-1:])
    return Offer(offer.subject, None, steps)
