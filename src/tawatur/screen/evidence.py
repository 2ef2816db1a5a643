"""What else speaks for or against a hit, beside the names: births, countries, positions, what the list leaves open.

Nothing here decides: the name alone makes a hit, and these help a person to answer it.
"""

from __future__ import annotations

from collections.abc import Callable

from tawatur.record.types import Interval
from tawatur.record.watchlists import PERSON, UNKNOWN, Birth, Hit, NamePair, Reason
from tawatur.screen.words import country, same_position

Feature = Callable[[Hit], tuple[list[Reason], list[Reason]]]  # what speaks for, what speaks against
_YEARS_APART = 1  # that two datings of one birth may differ by (calendars, ages); if said roughly, more
_YEARS_ROUGH = 3
_SHOWN = 3  # of a kind, in one reason


def born(hit: Hit) -> tuple[list[Reason], list[Reason]]:
    """Years of birth: they agree where any two do; they differ only where none comes near."""
    known, listed = hit.subject.births, hit.entry.births
    if not known or not listed:
        return [], []
    values = (_years(known), _years(listed))
    if any(_near(a, b) for a in known for b in listed):
        return [Reason("birth_agrees", values)], []
    return [], [Reason("birth_differs", values)]


def countries(hit: Hit) -> tuple[list[Reason], list[Reason]]:
    """The countries of positions and the list's nationalities: another country is a hint, no more.

    The values are ids of countries; a page says them in its language.
    """
    listed = [ident for c in hit.entry.countries if (ident := country(c))]
    if not listed or not hit.subject.countries or hit.subject.kind != PERSON:
        return [], []
    both = [c for c in hit.subject.countries if c in listed]
    if both:
        return [Reason("country_agrees", (_row(both),))], []
    known = [c for c in hit.subject.countries if country(c.replace("-", " "))]
    return [], [Reason("country_differs", (_row(known), _row(listed)))] if known else []


def positions(hit: Hit) -> tuple[list[Reason], list[Reason]]:
    """A position of the record that the list's words for a position name too."""
    for known in hit.subject.positions:
        for listed in hit.entry.positions:
            if same_position(known, listed):
                return [Reason("position_agrees", (known, listed))], []
    return [], []


def weak_name(hit: Hit) -> tuple[list[Reason], list[Reason]]:
    """Only names that the list itself calls weak match."""
    named = [p.listed.text for p in hit.pairs if p.listed.weak] if hit.weak else []
    return [], [Reason("weak_name", (named[0],))] if named else []


def acronym_only(hit: Hit) -> tuple[list[Reason], list[Reason]]:
    """Only initials match."""
    found = [p for p in hit.pairs if p.rests_on == "acronym"] if hit.weak else []
    return [], [Reason("acronym_only", (found[0].spelled, found[0].listed.text))] if found else []


def short_spelling(hit: Hit) -> tuple[list[Reason], list[Reason]]:
    """Only a short spelling matches, though the reports give a fuller name."""
    found = [p for p in hit.pairs if p.rests_on == "short_spelling"] if hit.weak else []
    return [], [Reason("short_spelling", (found[0].spelled, hit.subject.names[0]))] if found else []


def one_word(hit: Hit) -> tuple[list[Reason], list[Reason]]:
    """A person named by one part only, on either side: a given name, a kunya, a family name."""
    person = PERSON in (hit.subject.kind, hit.entry.kind)
    told = all(p.rests_on == "short_spelling" for p in hit.pairs)
    short = person and not told and all(_answering(p) == 1 for p in hit.pairs)
    return [], [Reason("one_word", (hit.pairs[0].listed.text,))] if short else []


def _answering(pair: NamePair) -> int:
    """How many parts of two names answer to each other; of names alike letter for letter, how many words they have."""
    parts = sum(1 for p in pair.parts if p["of"] and p["listed"])
    return len(pair.spelled.split()) if pair.spelled == pair.listed.text else parts


def open_kind(hit: Hit) -> tuple[list[Reason], list[Reason]]:
    """The list does not say whether the entry is a person or an organisation."""
    return [], [Reason("open_kind")] if hit.entry.kind == UNKNOWN and hit.subject.kind else []


FEATURES: tuple[Feature, ...] = (
    born,
    countries,
    positions,
    weak_name,
    acronym_only,
    short_spelling,
    one_word,
    open_kind,
)


def weigh(hit: Hit) -> None:
    """Fill in what speaks for and against a hit."""
    for feature in FEATURES:
        speaks_for, speaks_against = feature(hit)
        hit.speaks_for += speaks_for
        hit.speaks_against += speaks_against


def _near(a: Birth, b: Birth) -> bool:
    slack = _YEARS_ROUGH if a.about or b.about else _YEARS_APART
    first, last = _bounds(a.days)
    other_first, other_last = _bounds(b.days)
    return first - slack <= other_last and other_first - slack <= last


def _bounds(days: Interval) -> tuple[int, int]:
    """First and last year; an open side is no bound."""
    return (days.first.year if days.first else 0), (days.last.year if days.last else 9999)


def _years(births: list[Birth]) -> str:
    told = dict.fromkeys(_bounds(b.days) for b in births)
    return _row([str(a) if a == b else f"{a}–{b}" for a, b in told])


def _row(values: list[str]) -> str:
    once = list(dict.fromkeys(values))
    return ", ".join(once[:_SHOWN]) + (" …" if len(once) > _SHOWN else "")
