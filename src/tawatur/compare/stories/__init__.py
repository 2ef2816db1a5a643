"""Stories: reports of one happening, by what they copy, their words, names and events, and time.

A whole corpus is `find_stories`. Its parts, for callers that hold few reports: `outline` (a report by itself), `sketch`
(weighed by what is common), `found_by` and `needed` (the keys by which reports meet), `link` (the score of two),
`Grouping` (the stories that one more report touches) and `story_of`; `carry_ids` keeps ids from one time to the next.
"""

from tawatur.compare.stories.finding import find_stories, story_of
from tawatur.compare.stories.grouping import Grouping
from tawatur.compare.stories.identity import carry_ids
from tawatur.compare.stories.link import ENOUGH, StoryLink, link
from tawatur.compare.stories.meeting import NEAR, NEAREST, found_by, needed
from tawatur.compare.stories.outline import Outline, outline
from tawatur.compare.stories.sketch import Commonness, Sketch, commonness, sketch

__all__ = [
    "ENOUGH",
    "NEAR",
    "NEAREST",
    "Commonness",
    "Grouping",
    "Outline",
    "Sketch",
    "StoryLink",
    "carry_ids",
    "commonness",
    "find_stories",
    "found_by",
    "link",
    "needed",
    "outline",
    "sketch",
    "story_of",
]
