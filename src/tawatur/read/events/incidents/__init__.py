"""Incidents: violence and disasters, with when, where, by whom, against what and the toll."""

from tawatur.read.events.incidents.reader import find

__all__ = ["find"]
