"""What people decided on hits, held to the hits of today: a rejected one is not asked again until something changed."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from tawatur.record.decisions import HIT_ACCEPTED, HIT_REJECTED, Decision, standing
from tawatur.record.watchlists import Hit, Reason, Screening
from tawatur.screen.identity import entry_digest, names_of

_SHOWN = 4


def detail_of(hit: Hit) -> dict[str, Any]:
    """What a decision on a hit keeps, so that it holds through re-reading and newer lists."""
    return {
        "hit": hit.id,
        "list": hit.watchlist.id,
        "list_date": hit.watchlist.day.isoformat(),
        "list_sha256": hit.watchlist.sha256,
        "entry": hit.entry.id,
        "entry_name": hit.entry.names[0].text,
        "entry_digest": entry_digest(hit.entry),
        "entity": hit.subject.id,
        "names": sorted(names_of(hit.subject)),
    }


def apply_decisions(
    screening: Screening, decisions: Sequence[Decision], entities: Collection[str], every: bool = False
) -> None:
    """Put on each hit what was decided last, and what changed since; leave out the rejected that did not change.

    `entities` are all ids of the record: a decision on an entity whose id a re-reading changed holds for the one that
    has a name of it. With `every`, nothing is left out.
    """
    on_entry: dict[tuple[str, str], list[Decision]] = {}
    for decision in standing(decisions, HIT_ACCEPTED, HIT_REJECTED):
        on_entry.setdefault((decision.detail["list"], decision.detail["entry"]), []).append(decision)
    kept = []
    for hit in screening.hits:
        hit.decided = _last(hit, on_entry.get((hit.watchlist.id, hit.entry.id), []), entities)
        hit.since = _since(hit, hit.decided) if hit.decided else []
        if hit.decided and hit.decided.kind == HIT_REJECTED and not hit.since and not every:
            screening.rejected += 1
        else:
            kept.append(hit)
    screening.hits = kept


def _last(hit: Hit, decisions: list[Decision], entities: Collection[str]) -> Decision | None:
    names = names_of(hit.subject)
    for decision in reversed(decisions):
        about = decision.detail["entity"]
        if about == hit.subject.id or (about not in entities and names & set(decision.detail["names"])):
            return decision
    return None


def _since(hit: Hit, decision: Decision) -> list[Reason]:
    changed = []
    if decision.detail["entry_digest"] != entry_digest(hit.entry):
        changed.append(Reason("entry_changed", (decision.detail["list_date"],)))
    new = sorted(names_of(hit.subject) - set(decision.detail["names"]))
    if new:
        changed.append(Reason("names_changed", (", ".join(new[:_SHOWN]),)))
    return changed
