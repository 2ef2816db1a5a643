"""The pages, a module a page; each has a `router`."""

from tawatur.desk.pages import adding, brief, entity, facts, habits, report, signing, story

ROUTERS = [page.router for page in (adding, brief, entity, facts, habits, report, signing, story)]
