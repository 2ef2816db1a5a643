"""Whether two names are spellings of one, with the parts that answer to each other and what speaks for and against."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Protocol

from tawatur.names import body_features
from tawatur.names.align import Alignment, Meeting, align, may_leave_nothing, meetings, nothing_answers
from tawatur.names.bodies import Compared, compare, is_acronym, surely_alike
from tawatur.names.explain import Part, Reason, body_parts, body_reasons, person_parts, person_reasons, turned
from tawatur.names.features import Evidence
from tawatur.names.letters import LONGEST, clean
from tawatur.names.persons import MOST_PIECES
from tawatur.names.taken import Taken, taken
from tawatur.names.terms import Body
from tawatur.names.weights import total

THRESHOLD = 0.5  # the one the program ships with


class Case(Protocol):
    """Two names compared: what a match shows of them when asked."""

    def parts(self, from_b: bool) -> list[Part]: ...

    def reasons(self) -> list[Reason]: ...


class Match:
    """The answer for two names: `score` 0 to 1, `kind` "person" or "organisation". Parts and reasons are worked out
    when asked for."""

    __slots__ = ("_case", "_turned", "kind", "score")

    def __init__(self, score: float, kind: str, case: Case, is_turned: bool) -> None:
        self.score = score
        self.kind = kind
        self._case = case
        self._turned = is_turned

    @property
    def same(self) -> bool:
        """Whether the two names are one, at the shipped threshold."""
        return self.score >= THRESHOLD

    @property
    def parts(self) -> tuple[Part, ...]:
        """The words of both names side by side."""
        found = self._case.parts(self._turned)
        return tuple(turned(p) for p in found) if self._turned else tuple(found)

    @property
    def speaks_for(self) -> tuple[Reason, ...]:
        """What speaks for one name, the weightiest first."""
        found = [r for r in self._case.reasons() if r.weight > 0]
        return tuple(sorted(found, key=lambda r: -r.weight))

    @property
    def speaks_against(self) -> tuple[Reason, ...]:
        """What speaks against, the weightiest first; weights are negative."""
        found = [r for r in self._case.reasons() if r.weight < 0]
        return tuple(sorted(found, key=lambda r: r.weight))

    def __repr__(self) -> str:
        return f"Match(score={self.score:.3f}, same={self.same}, kind={self.kind!r})"


class AsWritten:
    """Names compared as they stand: without letters, or too long to be names."""

    def __init__(self, a: str, b: str, alike: bool, code: str) -> None:
        self.a, self.b, self.alike, self.code = a, b, alike, code

    def parts(self, from_b: bool) -> list[Part]:
        """Both names whole."""
        return [Part(self.a or None, self.b or None, float(self.alike), "equal" if self.alike else "none")]

    def reasons(self) -> list[Reason]:
        """The one reason."""
        return [Reason(self.code, 9.0 if self.alike else -9.0, ())]


class Persons:
    """Two persons' names compared; their parts are aligned when asked for."""

    __slots__ = ("_evidence", "a", "b")

    def __init__(self, a: Taken, b: Taken) -> None:
        self.a, self.b = a, b
        self._evidence: Evidence | None = None

    def weighed(self, met: Sequence[Meeting] | None = None) -> Evidence:
        """How the parts answer to each other."""
        if self._evidence is None:
            a, b = self.a.person, self.b.person
            self._evidence = Evidence(a, b, align(a, b, met))
        return self._evidence

    def parts(self, from_b: bool) -> list[Part]:
        """The parts side by side."""
        return person_parts(self.weighed(), from_b)

    def reasons(self) -> list[Reason]:
        """The features that say something."""
        return person_reasons(self.weighed())


class Bodies:
    """Two organisations' names compared."""

    def __init__(self, compared: Compared) -> None:
        self.compared = compared

    def parts(self, from_b: bool) -> list[Part]:
        """The terms side by side."""
        return body_parts(self.compared)

    def reasons(self) -> list[Reason]:
        """The features that say something."""
        return body_reasons(self.compared)


def logistic(total: float) -> float:
    """A sum of weights as a score from 0 to 1."""
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))


def match(a: str, b: str) -> Match:
    """Whether two names, in any script each, are spellings of one; of persons, or of organisations."""
    is_turned = a > b
    if is_turned:
        a, b = b, a
    if a == b or len(a) > LONGEST or len(b) > LONGEST:
        plain = clean(a).casefold()
        alike = (a == b or plain == clean(b).casefold()) and any(c.isalnum() for c in a)
        kind = "organisation" if len(a) <= LONGEST and taken(a).is_body else "person"
        return Match(float(alike), kind, AsWritten(a, b, alike, "as_written"), is_turned)
    p, q = taken(a), taken(b)
    if p.is_body or q.is_body:
        return _match_bodies(p, q, is_turned)
    if (p.acronym or q.acronym) and _share_acronym(p.body, q.body):
        return _match_bodies(p, q, is_turned)
    if not p.words or not q.words:
        return Match(0.0, "person", AsWritten(a, b, False, "no_letters"), is_turned)
    case = Persons(p, q)
    met = meetings(p.words, q.words)
    if not p.has_initials and not q.has_initials and nothing_answers(met, p.words, q.words):
        return Match(0.0, "person", case, is_turned)
    evidence = case.weighed(met)
    score = logistic(total(evidence)) if evidence.found.pairs else 0.0
    return Match(score, "person", case, is_turned)


def _share_acronym(p: Body, q: Body) -> bool:
    return is_acronym(p, q) or is_acronym(q, p) or p.acronym == q.acronym


def _match_bodies(p: Taken, q: Taken, is_turned: bool) -> Match:
    compared = compare(p.body, q.body)
    if compared.left_a and compared.left_b:
        x, y = p.person, q.person
        more, fewer = max(x.names, y.names), min(x.names, y.names)
        may = more > MOST_PIECES or (more <= 2 * fewer and may_leave_nothing(x, y))
        whole = align(x, y) if may else Alignment([], [], [], 0.0)
        if whole.pairs and not whole.left_a and not whole.left_b:
            pairs = [(x.pieces[p.a[0]].word, y.pieces[p.b[0]].word, p.likeness) for p in whole.pairs]
            if len(pairs) > 1 or surely_alike(*pairs[0]):
                compared.whole = min(alike for *_, alike in pairs)
    score = logistic(body_features.total(compared)) if compared.pairs or compared.settled else 0.0
    return Match(score, "organisation", Bodies(compared), is_turned)
