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

ROUTERS = [
    page.router
    for page in (
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
]
