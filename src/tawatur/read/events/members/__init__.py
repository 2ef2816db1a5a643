"""Memberships: how many members a body has and who they are, who joins it, leaves it or is expelled."""

from __future__ import annotations

from tawatur.read.document import Document
from tawatur.read.events.context import Context
from tawatur.read.events.members import leaving
from tawatur.read.events.members.belonging import belonging, bracketed
from tawatur.read.events.members.counted import counted
from tawatur.read.events.members.drafts import distinct
from tawatur.read.events.members.expelling import expelling
from tawatur.read.events.members.joining import joining
from tawatur.record.types import Event


def find(document: Document, context: Context) -> list[Event]:
    """All memberships of a report, one for each body and value, without ids."""
    found: list[Event] = []
    for hit in document.hits("membership.count"):
        found += counted(context, hit)
    for hit in document.hits("membership.of"):
        found += belonging(context, hit)
    for hit in document.hits("membership.change"):
        found += joining(context, hit)
    for hit in document.hits("membership.expel"):
        found += expelling(context, hit)
    found += bracketed(context)
    return [*distinct(found), *leaving.find(document, context)]
