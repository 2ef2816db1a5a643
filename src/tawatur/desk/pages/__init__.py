"""The pages, a module a page; each has a `router`."""

from tawatur.desk.pages import facts, habits, report, signing

ROUTERS = [facts.router, habits.router, report.router, signing.router]
