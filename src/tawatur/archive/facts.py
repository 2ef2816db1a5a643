"""Facts over an archive: the claims of one property of one subject are compared where they stand together, with the
sources of their reports and the text that those share."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

from tawatur.archive.stages import Stages
from tawatur.archive.tables import Row
from tawatur.archive.told import POSITION, SIGHT, SOURCE, topic
from tawatur.compare.events.sight import Sight
from tawatur.compare.facts.claims import Claim, claims_of_event, unworded
from tawatur.compare.facts.making import facts_of
from tawatur.compare.facts.origins import Lineage
from tawatur.compare.facts.sources import Source
from tawatur.compare.passages import Passages
from tawatur.compare.plain import dump, load
from tawatur.record.codec.comparison import dump_fact
from tawatur.record.types import Copied, Copy, Fact, MergedEvent

_CLAIMS = {"topic": "string", "report": "string", "seq": "bigint", "packed": "string"}
_FACTS = {
    "fact": "string",
    "subject": "string",
    "property": "string",
    "qualifier": "string",
    "verdict": "string",
    "place": "bigint",
    "value": "string",
    "reports": "bigint",
    "origins": "bigint",
    "altered": "boolean",
    "told": "string",
    "denials": "string",
}
_FROM, _PLACE, _SHARE, _CLAIM = "0 source", "1 place", "2 share", "3 claim"


def find_facts(stages: Stages) -> None:
    """The result `facts`: a row for every value of every fact, with its verdict and how many origins it has."""
    query = (
        "SELECT e.event, e.place, e.kind, e.why, t.packed FROM events e "
        f"JOIN told t ON t.item = e.report || ' ' || e.telling WHERE t.sort = '{SIGHT}'"
    )
    stages.map_groups("told_claims", query, ["place"], _claims, _CLAIMS)
    stages.sql(
        "claims",
        "SELECT topic, report, seq, packed FROM told_claims UNION ALL "
        f"SELECT item AS topic, report, seq, packed FROM told WHERE sort = '{POSITION}'",
    )
    _shared(stages)
    nothing = "CAST(0 AS bigint) AS begins, CAST(0 AS bigint) AS until"
    query = (
        f"SELECT c.topic, '{_FROM}' AS sort, c.report, '' AS other, {nothing}, CAST(0 AS double) AS share, t.packed "
        f"FROM claimed_in c JOIN told t ON t.item = c.report WHERE t.sort = '{SOURCE}' "
        f"UNION ALL SELECT topic, '{_PLACE}' AS sort, report, copy AS other, begins, until, length AS share, "
        "'' AS packed FROM claimed_places "
        f"UNION ALL SELECT topic, '{_SHARE}' AS sort, a AS report, b AS other, {nothing}, share, '' AS packed "
        "FROM claimed_shares "
        f"UNION ALL SELECT topic, '{_CLAIM}' AS sort, report, '' AS other, seq AS begins, CAST(0 AS bigint) AS until, "
        "CAST(0 AS double) AS share, packed FROM claims"
    )
    stages.map_groups("facts", query, ["sort", "report", "other", "begins"], _facts, _FACTS, result=True)


def _claims(rows: Iterator[Row]) -> Iterator[Row]:
    """What the tellings of one event claim."""
    found = list(rows)
    ident, _, kind, *_ = found[0]
    members: list[Sight] = [load(sight) for *_, sight in found]
    why = [link for *_, links, _ in found if links for link in json.loads(links)]
    event = MergedEvent(ident, kind, [(s.report, s.event.id) for s in members], why)
    for i, claim in enumerate(claims_of_event(event, members)):
        yield topic(claim), claim.report, i, dump(unworded(claim))


def _shared(stages: Stages) -> None:
    """The tables `claimed_in` (the reports of a topic) and, of topics that several reports tell of, `claimed_places`
    and `claimed_shares`: the passages that these stand in and how much of two of them is one text."""
    stages.sql("claimed_in", "SELECT DISTINCT topic, report FROM claims")
    several = "SELECT topic FROM claimed_in GROUP BY topic HAVING count(*) > 1"
    told = f"SELECT c.topic, c.report FROM claimed_in c JOIN ({several}) s ON s.topic = c.topic"
    first = "CAST(row_number() OVER (PARTITION BY copy ORDER BY report, begins) AS bigint) AS place"
    lengths = f"SELECT copy, until - begins AS length FROM (SELECT copy, begins, until, {first} FROM copies) p "
    lengths += "WHERE place = 1"
    stages.sql(
        "claimed_places",
        f"SELECT t.topic, c.report, c.copy, c.begins, c.until, CAST(l.length AS double) AS length FROM ({told}) t "
        f"JOIN copies c ON c.report = t.report JOIN ({lengths}) l ON l.copy = c.copy",
    )
    stages.sql(
        "claimed_shares",
        f"WITH told_of AS ({told}) SELECT x.topic, p.a, p.b, s.share FROM copied_pairs p "
        "JOIN shared s ON s.a = p.a AND s.b = p.b JOIN told_of x ON x.report = p.a "
        "JOIN told_of y ON y.report = p.b AND y.topic = x.topic",
    )


def _facts(rows: Iterator[Row]) -> Iterator[Row]:
    """The facts of one topic: the sources of its reports come first, then what these share, then the claims."""
    sources: dict[str, Source] = {}
    copies: dict[str, Copy] = {}
    lengths: dict[str, int] = {}
    shares: dict[tuple[str, str], float] = {}
    claims: list[Claim] = []
    for sort, found in groupby(rows, key=itemgetter(1)):
        for _, _, report, other, begins, until, share, what in found:
            if sort == _FROM:
                sources[report] = load(what)
            elif sort == _PLACE:
                copies.setdefault(other, Copy(other, [])).places.append(Copied(begins, until, "", report))
                lengths[other] = int(share)
            elif sort == _SHARE:
                shares[report, other] = share
            else:
                claims.append(load(what))
    passages = Passages(list(copies.values()), [lengths[name] for name in copies])
    for fact in facts_of(claims, Lineage(sources, passages, shares)):
        yield from _rows(fact)


def _rows(fact: Fact) -> Iterator[Row]:
    plain = dump_fact(fact)
    denials = json.dumps(plain["denials"], ensure_ascii=False) if fact.denials else None
    for place, (value, told) in enumerate(zip(fact.values, plain["values"], strict=True)):
        shown, whole = (json.dumps(what, ensure_ascii=False) for what in (told["value"], told))
        count = len(value.reports), len(value.origins), value.altered
        yield fact.id, fact.subject, fact.property, fact.qualifier, fact.verdict, place, shown, *count, whole, denials
