"""The pages, a module a page; each has a `router`."""

from tawatur.desk.pages import (
    adding,
    brief,
    deciding,
    entity,
    facts,
    habits,
    questions,
    regrouping,
    report,
    search,
    signing,
    stories,
    story,
)

_MOST_READ = (stories, story, report, entity, search)  # addresses are looked for in this order
_OTHERS = (adding, brief, deciding, facts, habits, questions, regrouping, signing)
ROUTERS = [page.router for page in (*_MOST_READ, *_OTHERS)]
