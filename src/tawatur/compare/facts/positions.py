"""Claims of positions: what a report calls a named person."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from tawatur.compare.corpus import pointing_stems, stems
from tawatur.compare.entities.profiles import Names
from tawatur.compare.events.sight import Ref
from tawatur.compare.events.sighting import ref
from tawatur.compare.facts.claims import TITLE, Claim
from tawatur.language.loader import load
from tawatur.record.types import Evidence, Reading, Role
from tawatur.text.folding import fold
from tawatur.text.words import definite


def claims_of_roles(
    name: str, reading: Reading, merged: Names, wordings: Mapping[str, frozenset[str]]
) -> Iterator[Claim]:
    """The positions that one report gives; `wordings` has the stems of the names of entities."""
    day = reading.report.published
    for role in reading.roles:
        person = merged.get((name, role.person))
        if person is None or _points(role):
            continue
        of = ref(name, role.of, merged, wordings) if role.of else None
        evidence = Evidence(role.start, role.end, role.text, name, None)
        voice = _role_voice(name, reading, role, merged)
        title = Ref(of.id or of.text if of else None, role.title, stems(role.title))
        held = bool(title.stems & pointing_stems("former"))
        yield Claim(person, TITLE, None, title, name, None, "done", voice, day, [evidence], role, former=held)


def _points(role: Role) -> bool:
    """Whether what was read as a title only points at somebody (his counterpart, the attacker), is another's whose
    superior is named (a spokesman of President X), or is one bare word that says nothing (adviser)."""
    words = role.title.split()
    if not words or words[0] in _listed("spelt", False) or fold(words[0]) in _listed("words"):
        return True
    forms = [fold(word) for word in words]
    another = forms[0] in _listed("servants") and any(form in _listed("masters") for form in forms[1:])
    return (another and role.text.startswith(role.title)) or (
        len(words) == 1 and not role.of and not definite(forms[0])
    )


@cache
def _listed(key: str, folded: bool = True) -> frozenset[str]:
    words = load("arabic").data("pointing")[key]
    return frozenset(fold(word) if folded else word for word in words)


def _role_voice(name: str, reading: Reading, role: Role, merged: Names) -> str | None:
    """A position is the outlet's own word, unless it stands in a quotation."""
    for statement in reading.statements:
        if statement.kind == "direct" and statement.start <= role.start and role.end <= statement.end:
            return merged.get((name, statement.speaker or ""), statement.speaker)
    return None
