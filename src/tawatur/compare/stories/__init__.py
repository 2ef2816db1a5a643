"""Stories: reports of one happening, by what they copy, their words, names and events, and time."""

from tawatur.compare.stories.finding import find_stories

__all__ = ["find_stories"]
