"""The pages, a module a page; each has a `router`."""

from tawatur.desk.pages import brief, facts, habits, report, signing

ROUTERS = [brief.router, facts.router, habits.router, report.router, signing.router]
