"""The pages, a module a page; each has a `router`."""

from tawatur.desk.pages import adding, brief, entity, facts, habits, report, signing

ROUTERS = [adding.router, brief.router, entity.router, facts.router, habits.router, report.router, signing.router]
