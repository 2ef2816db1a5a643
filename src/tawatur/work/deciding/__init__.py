"""What people decide, as deeds: each is kept with who, when and why, anchored in the texts, and can be taken back.

    entities   decide, decide_members, undo   two names are one, or two
    groups     join_events, split_event   tellings are of one event, or of two
               join_stories, split_story  reports are of one story, or of two
    facts      judge                      a fact, or a value of it, is so, or is not
    readings   correct, delete            a date, number, speaker, kind; a false name, statement, event
    texts      mark_junk                  a stretch is not the report, or is
    undoing    take_back                  a decision, or what took one back, holds no more
    history    history, lost              every decision with what became of it
    adopting   adopt, exported            decisions of an export, taken in
    questions  open_questions             what is open for a person to decide

Each takes `by` (the user of the system where None), `why`, and `seen`: the number of the record's last decision
(`record.decisions.last()`) when the page was made that a person decides on. Where somebody decided on the same thing
since, it raises ConflictError and keeps nothing. What they give is `Decided`.
"""

from tawatur.work.deciding.adopting import adopt, exported
from tawatur.work.deciding.asking import asked, questions_json
from tawatur.work.deciding.entities import decide, decide_members, undo
from tawatur.work.deciding.facts import judge
from tawatur.work.deciding.groups import event_named, join_events, join_stories, split_event, split_story
from tawatur.work.deciding.history import Past, history, lost
from tawatur.work.deciding.keeping import Decided
from tawatur.work.deciding.questions import Answer, Question, Questions, open_questions
from tawatur.work.deciding.readings import correct, delete
from tawatur.work.deciding.texts import mark_junk
from tawatur.work.deciding.undoing import take_back
from tawatur.work.deciding.values import fields_of

__all__ = [
    "Answer",
    "Decided",
    "Past",
    "Question",
    "Questions",
    "adopt",
    "asked",
    "correct",
    "decide",
    "decide_members",
    "delete",
    "event_named",
    "exported",
    "fields_of",
    "history",
    "join_events",
    "join_stories",
    "judge",
    "lost",
    "mark_junk",
    "open_questions",
    "questions_json",
    "split_event",
    "split_story",
    "take_back",
    "undo",
]
