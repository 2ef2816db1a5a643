"""Facts drawn at random to be read: a sheet with all that speaks for each verdict, and a file for what the reader says.

What is right (README.md has the rule at length): the values are what the reports say, of one subject, told with the
verdict that a careful reader gives. `class` names what went wrong first: see CLASSES.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b
from itertools import combinations
from pathlib import Path

from grams import shared_grams
from sheets import Readings, head, plain, sentence, telling
from verdicts_kept import HERE, read, share, told, write

from tawatur.record.types import Comparison, Fact, MergedEvent

AIMS = {"agreed": 0.9, "changed": 0.8, "disputed": 0.7}
CLASSES = ("reading", "same-event", "origin", "verdict", "entity")
COLUMNS = ("verdict", "fact", "property", "reports", "label", "class")
MOST = 12  # tellings of one event, reports of one fact and pairs of reports that are shown
NAMED = 6  # reports named in a row


def draw(facts: Iterable[Fact], verdicts: Sequence[str], count: int, seed: int) -> list[Fact]:
    """So many facts of each verdict, the same for the same seed while the facts are the same, in any order of them."""

    def place(fact: Fact) -> bytes:
        return blake2b(f"{seed}|{fact.id}".encode(), digest_size=8).digest()

    drawn: list[Fact] = []
    every = list(facts)
    for verdict in verdicts:
        drawn += sorted((f for f in every if f.verdict == verdict), key=place)[:count]
    return drawn


def reports_of(fact: Fact) -> list[str]:
    """The reports of all values of a fact, each once."""
    return list(dict.fromkeys(report for value in fact.values for report in value.reports))


class Sheet:
    """Writes facts for a person to read."""

    def __init__(self, comparison: Comparison, readings: Readings) -> None:
        self._readings = readings
        self._names = {e.id: e.name.get("ar") or e.name.get("en") or e.id for e in comparison.entities}
        self._events = {e.id: e for e in comparison.events}
        self._told = {(name, e.id): e for name, r in readings.items() for e in r.events}
        self._story = {report: story.id for story in comparison.stories for report in story.reports}

    def fact(self, number: int, fact: Fact) -> str:
        """One fact: its subject, its values with their origins and sentences, and its reports."""
        qualifier = f" [{self._name(fact.qualifier)}]" if fact.qualifier else ""
        lines = [f"\n=== {number}. {fact.verdict.upper()} {fact.property}{qualifier}   {fact.id}\n"]
        lines.append(f"subject: {self._name(fact.subject)} ({fact.subject})\n")
        for value in fact.values:
            when = f" as of {plain(value.as_of)}" if value.as_of else ""
            shown = self._name(value.value) if isinstance(value.value, str) else plain(value.value)
            lines.append(f"VALUE {shown}{when}   {len(value.reports)} reports, {len(value.origins)} origins\n")
            lines += (f"  origin by {o.why}: {' '.join(o.reports[:MOST])}\n" for o in value.origins)
            seen = set()
            for evidence in value.evidence[: 2 * MOST]:
                text = self._readings[evidence.report].report.text
                shown = sentence(text, evidence)
                if (evidence.report, shown) not in seen:
                    seen.add((evidence.report, shown))
                    lines.append(f"    {evidence.report} {self._readings[evidence.report].report.published}: {shown}\n")
                    lines.append(self._whole(evidence.report, evidence.event, evidence.start, evidence.end))
        for evidence in fact.denials:
            text = self._readings[evidence.report].report.text
            lines.append(f"DENIED\n    {evidence.report} {self._readings[evidence.report].report.published}: ")
            lines.append(f"{sentence(text, evidence)}\n")
        if fact.subject in self._events:
            lines.append(self._event(self._events[fact.subject], fact))
        lines.append(self._reports(reports_of(fact)))
        return "".join(lines)

    def _name(self, ident: str) -> str:
        return self._names.get(ident, ident)

    def _whole(self, report: str, ident: str | None, start: int, end: int) -> str:
        """How the event was read that told a value, with its own words where the value stands outside them."""
        event = self._told.get((report, ident or ""))
        if event is None:
            return ""
        inside = event.start <= start and end <= event.end
        return (
            f"      read as {event.kind} {event.status}\n" if inside else telling(report, event, self._readings[report])
        )

    def _event(self, event: MergedEvent, fact: Fact) -> str:
        first, slot = set(reports_of(fact)), fact.property.partition(".")[2]
        ordered = sorted(event.same, key=lambda s: s[0] not in first)
        lines = [f"THE EVENT, {len(event.same)} tellings:\n"]
        for report, ident in ordered[:MOST]:
            lines.append(telling(report, self._told[report, ident], self._readings[report], slot))
        return "".join(lines)

    def _reports(self, names: Sequence[str]) -> str:
        shown = names[:MOST]
        lines = ["REPORTS (story | report | outlet | time | author, title, first and last words):\n"]
        lines += (f"  {self._story.get(n, 'no story')}\n{head(n, self._readings[n])}" for n in shown)
        common = {
            (a, b): n for a, b in combinations(shown, 2) if (n := shared_grams(self._readings[a], self._readings[b]))
        }
        lines += (f"  {n} runs of 12 words in common: {a} {b}\n" for (a, b), n in common.items())
        return "".join(lines)


def write_draw(
    corpus: str, seed: int, drawn: Sequence[Fact], comparison: Comparison, readings: Readings, out: Path
) -> tuple[Path, Path]:
    """The sheet into the folder `out`, the empty labels beside this file; in a random order, so that the verdicts are
    read mixed."""
    mixed = list(drawn)
    random.Random(seed).shuffle(mixed)
    labels, sheet = HERE / f"facts-{corpus}-{seed}.tsv", out / f"facts-{corpus}-{seed}.txt"
    rows = ((f.verdict, f.id, f.property, " ".join(reports_of(f)[:NAMED]), "", "") for f in mixed)
    write(labels, COLUMNS, rows)
    shown = Sheet(comparison, readings)
    sheet.write_text("".join(shown.fact(i, f) for i, f in enumerate(mixed, 1)), encoding="utf-8")
    return labels, sheet


def score(folder: Path = HERE) -> dict[str, dict[str, dict[str, float]]]:
    """The shares that are right, by draw and verdict, with the classes of what is wrong."""
    found: dict[str, dict[str, dict[str, float]]] = {}
    for path in sorted(folder.glob("facts-*.tsv")):
        rows = read(path)
        unknown = {r["class"] for r in rows} - {"", *CLASSES}
        if unknown:
            raise SystemExit(f"{path}: the class {min(unknown)} is none of {', '.join(CLASSES)}.")
        found[path.stem] = {}
        for verdict in AIMS:
            of = [r for r in rows if r["verdict"] == verdict]
            if of:
                wrong = {c: float(sum(r["class"] == c and r["label"] != "right" for r in of)) for c in CLASSES}
                found[path.stem][verdict] = share(of) | {c: n for c, n in wrong.items() if n}
    return found


def lines(scores: Mapping[str, Mapping[str, Mapping[str, float]]]) -> list[str]:
    """The shares as lines."""
    shown = []
    for draw_name, by_verdict in scores.items():
        for verdict, found in by_verdict.items():
            classes = ", ".join(f"{c} {found[c]:.0f}" for c in CLASSES if c in found)
            shown.append(told(f"{draw_name} {verdict}", found, AIMS[verdict]) + (f"   {classes}" if classes else ""))
    return shown
