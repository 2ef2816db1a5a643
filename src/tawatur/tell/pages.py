"""The pages of a record, one function a page."""

from tawatur.tell.brief import brief
from tawatur.tell.decisions import decisions
from tawatur.tell.dossier import dossier
from tawatur.tell.fact import fact, fact_json
from tawatur.tell.report import report, sentences
from tawatur.tell.sources import sources

__all__ = ["brief", "decisions", "dossier", "fact", "fact_json", "report", "sentences", "sources"]
