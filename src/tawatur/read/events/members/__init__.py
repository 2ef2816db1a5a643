"""Memberships: how many members a body has and who they are, who joins it, leaves it or is expelled."""

from __future__ import annotations

from collections.abc import Callable

from tawatur.language.lexicon import Hit
from tawatur.read.document import Document
from tawatur.read.events.context import Context
from tawatur.read.events.members.belonging import belonging, bracketed
from tawatur.read.events.members.counted import counted
from tawatur.read.events.members.drafts import distinct
from tawatur.read.events.members.expelling import expelling
from tawatur.read.events.members.joining import joining
from tawatur.read.events.members.leaving import leaving, suspended
from tawatur.record.types import Event

# What each kind of word tells.
_Tells = dict[str, Callable[[Context, Hit], list[Event]]]
_HELD: _Tells = {
    "membership.count": counted,
    "membership.of": belonging,
    "membership.change": joining,
    "membership.expel": expelling,
}
_ENDED: _Tells = {"membership.leave": leaving, "membership.standing": suspended}


def find(document: Document, context: Context) -> list[Event]:
    """All memberships of a report, one for each body and value, without ids; those that end apart from the others."""
    held = _told(document, context, _HELD) + bracketed(context)
    return [*distinct(held), *distinct(_told(document, context, _ENDED))]


def _told(document: Document, context: Context, tells: _Tells) -> list[Event]:
    return [event for kind, tell in tells.items() for hit in document.hits(kind) for event in tell(context, hit)]
