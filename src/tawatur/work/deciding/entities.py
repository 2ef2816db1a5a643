"""What people decide about entities, as deeds: these are one, these are two, and taking it back."""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import Any

from tawatur.compare.entities.asked import AT, Asked, Finder, Member, shown, sides
from tawatur.compare.entities.judgements import find_side
from tawatur.compare.entities.profiles import listed_ids
from tawatur.compare.groups import Groups
from tawatur.errors import AskedError
from tawatur.record.codec.comparison import load_belonging
from tawatur.record.decisions import DIFFERENT, SAME
from tawatur.record.types import Comparison, MergedEntity
from tawatur.store.record import Record
from tawatur.work.comparing import comparison
from tawatur.work.deciding.keeping import Decided, keep
from tawatur.work.deciding.overruling import decided, known_to
from tawatur.work.deciding.renewing import renew_decided
from tawatur.work.deciding.undoing import take_back

_SIGN = {SAME: "=", DIFFERENT: "≠"}


def decide(
    record: Record,
    a: str,
    b: str,
    different: bool = False,
    by: str | None = None,
    why: str | None = None,
    seen: int | None = None,
) -> Decided:
    """Keep that two entities are one, or two. `a` and `b`: ids, names in any spelling, or NAME@REPORT; where both are
    ID@REPORT, by an entity's id in that report, it is on these two as `decide_members` has it.

    It is on those that are called so in their own reports, whatever else was joined with them by now: each decision can
    be taken back without the others. Raises AskedError where a name fits nothing or several entities, or where both are
    one already, and ConflictError where somebody decided on them after decision `seen`.
    """
    one, other = _member(record, a), _member(record, b)
    if one is not None and other is not None:
        return decide_members(record, one, other, different, by, why, seen)
    finder = _finder(record, (a, b))
    asked = finder.one(a), finder.one(b)
    members = sides(finder, *asked, different)
    return _keep(record, finder, asked, members, different, (by, why, seen))


def _keep(
    record: Record,
    finder: Finder,
    asked: Sequence[Asked],
    members: Sequence[Sequence[Member]],
    different: bool,
    signed: tuple[str | None, str | None, int | None],
) -> Decided:
    """Keep a decision on two sides, with who decides, why, and what they had seen."""
    kind = DIFFERENT if different else SAME
    detail = {s: _side(finder, x, m, different) for s, x, m in zip("ab", asked, members, strict=True)}
    subject = f"{detail['a']['name']} {_SIGN[kind]} {detail['b']['name']}"
    return decided(
        record,
        detail,
        lambda: keep(record, kind, subject, detail, *signed),
        lambda made: renew_decided(record, made),
    )


def _member(record: Record, words: str) -> Member | None:
    """The entity of a report that ID@REPORT names; None for other words."""
    ident, _, report = words.rpartition(AT)
    return (report, ident) if ident and (report, ident) in record.between.merged([report]) else None


def decide_members(
    record: Record,
    a: Member,
    b: Member,
    different: bool = False,
    by: str | None = None,
    why: str | None = None,
    seen: int | None = None,
) -> Decided:
    """Keep that what two reports name (report, entity id there) is one, or two: then all that was joined with the one
    over the other is parted from it as well.

    Raises AskedError where a report names no such thing, or they are two already, and ConflictError as `decide` does.
    """
    merged = record.between.merged({a[0], b[0]})
    for member in (a, b):
        if member not in merged:
            raise AskedError(f"{member[1]}{AT}{member[0]}: this report names no such thing; `tawatur show` prints it.")
    if different and merged[a] != merged[b]:
        raise AskedError(f"{a[1]}{AT}{a[0]}, {b[1]}{AT}{b[0]}: these are two already; nothing to decide.")
    finder = _finder(record, (merged[a], merged[b]))
    whole = {e.id: e for e in finder.comparison.entities}
    sides = _parts(record, whole[merged[a]], a, b) if different else ([a], [b])
    asked = [Asked(one, whole[merged[m]], [m]) for one, m in zip((merged[a], merged[b]), (a, b), strict=True)]
    return _keep(record, finder, asked, sides, different, (by, why, seen))


def _parts(record: Record, entity: MergedEntity, a: Member, b: Member) -> tuple[list[Member], list[Member]]:
    """The members of an entity that hang together with each of two without the joining of these two."""
    groups: Groups[Member] = Groups(entity.same)
    for reason in record.between.belongings_in(entity.id, {report for report, _ in entity.same}):
        one = load_belonging(reason)
        if {one.member, one.beside} != {a, b}:
            groups.join(one.member, one.beside)
    if groups.find(a) == groups.find(b):  # they hang together over others: part these two alone
        return [a], [b]
    left = [m for m in entity.same if groups.find(m) == groups.find(a)]
    return left, [m for m in entity.same if groups.find(m) == groups.find(b)]


def _finder(record: Record, words: Sequence[str]) -> Finder:
    """What finds these names: of ids alone the entities of these ids, with the reports that name them."""
    named = record.between.things_named(words)
    if record.between.standing() is None or len(named) < len(set(words)):
        return Finder(comparison(record), record.readings())
    members = record.between.members_of(named)
    found = [MergedEntity(i, body["type"], body["name"], members[i]) for i, body in named.items()]
    return Finder(Comparison(entities=found), record.readings_of({report for m in members.values() for report, _ in m}))


def undo(
    record: Record, a: str, b: str, by: str | None = None, why: str | None = None, seen: int | None = None
) -> Decided:
    """Take back the latest standing decision on these two names.

    Raises AskedError where there is none, or where the names fit decisions on several pairs: then it lists them.
    """
    finder = _finder(record, (a, b))
    meant = [{m for asked in finder.every(words) for m in finder.meant(asked)} for words in (a, b)]
    standing = record.decisions.standing(SAME, DIFFERENT)
    known = known_to(record, standing)
    fitting = []
    for decision in standing:
        pair = [set(find_side(decision.detail[s], known.corpus.readings, known.found)) for s in "ab"]
        if _one_pair(pair, meant):
            fitting.append((decision, pair))
    if not fitting:
        raise AskedError(
            f"{shown(a)}, {shown(b)}: nobody decided on these two; `tawatur decisions` lists what people decided."
        )
    last, its_pair = fitting[-1]
    if not all(_one_pair(pair, its_pair) for _, pair in fitting):
        choices = "; ".join(f"{d.id}: {d.subject}" for d, _ in fitting)
        raise AskedError(
            f"{shown(a)}, {shown(b)}: {len(fitting)} decisions fit: {choices}; take one of them back by "
            "`tawatur decisions --undo NUMBER`."
        )
    return take_back(record, last.id, by, why, seen)


def _one_pair(pair: Sequence[Set[Member]], other: Sequence[Set[Member]]) -> bool:
    """Whether two pairs of sides are on the same two, in either order."""
    (a, b), (c, d) = pair, other
    return bool((a & c and b & d) or (a & d and b & c))


def _side(finder: Finder, asked: Asked, members: Sequence[Member], different: bool) -> dict[str, Any]:
    """One side of a decision in words that outlive a re-reading: where it stands, and what it is called."""
    entity = asked.entity
    words = asked.words.rpartition(AT)[0] or asked.words
    places = []
    for report, ident in members:
        mention = finder.mention((report, ident), words)
        if mention is not None:
            places.append({"report": report, "start": mention.start, "end": mention.end, "text": mention.text})
    name = finder.name(members[0]) if asked.words == entity.id else shown(words)
    return {"name": name, "type": entity.type, "listed": _listed(asked, members, different), "places": places}


def _listed(asked: Asked, members: Sequence[Member], different: bool) -> str | None:
    """The id of a list that all of these have, where it means no more than they do."""
    ids = {ident for _, ident in members}
    if len(ids) != 1 or not ids <= listed_ids():
        return None
    (ident,) = ids
    some = different or asked.words.rpartition(AT)[0]
    return None if some and len(members) < sum(own == ident for _, own in asked.entity.same) else ident
