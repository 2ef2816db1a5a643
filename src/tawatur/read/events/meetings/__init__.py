"""Meetings of every level: who met whom, when and where, who hosts, who came and who stayed away."""

from tawatur.read.events.meetings.reader import find

__all__ = ["find"]
