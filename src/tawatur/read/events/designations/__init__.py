"""Designations: who put whom on a list of sanctions, and who took whom off it."""

from tawatur.read.events.designations.reader import find

__all__ = ["find"]
