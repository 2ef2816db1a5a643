"""The pages of a record, one function a page."""

from tawatur.tell.brief import brief
from tawatur.tell.decisions import decisions
from tawatur.tell.dossier import dossier
from tawatur.tell.entities import entities, entities_json, entity_json
from tawatur.tell.fact import fact, fact_json
from tawatur.tell.questions import questions
from tawatur.tell.report import report, sentences
from tawatur.tell.screening import screening_page
from tawatur.tell.sources import sources
from tawatur.tell.watchlist import changes_page, watchlist_page

__all__ = [
    "brief",
    "changes_page",
    "decisions",
    "dossier",
    "entities",
    "entities_json",
    "entity_json",
    "fact",
    "fact_json",
    "questions",
    "report",
    "screening_page",
    "sentences",
    "sources",
    "watchlist_page",
]
