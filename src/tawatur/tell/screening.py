"""What screening found, as a page: each hit with both names, what speaks for and against, the list and its date, and in
a record the sentences. It asks; it does not answer."""

from __future__ import annotations

from itertools import groupby

from tawatur.record.types import Evidence
from tawatur.record.watchlists import Hit, NamePair, Reason, Screening, Subject, Watchlist
from tawatur.tell import labels
from tawatur.tell.countries import country_name
from tawatur.tell.decisions import kind_word, signed
from tawatur.tell.lines import whence
from tawatur.tell.page import Line, Page, Piece, joined
from tawatur.tell.view import View
from tawatur.tell.watchlist import entry_line, list_date, list_notes

_SENTENCES = 3  # of one subject, and
_POSITIONS = 6  # so many of its positions; --json gives all
_OF_COUNTRIES = ("country_agrees", "country_differs")  # reasons whose values are ids of countries
_PAIRS = 6  # names shown of one hit
_REASON = 300  # characters of a list's reason


def screening_page(screening: Screening, lang: str, view: View | None = None, refused: list[str] | None = None) -> Page:
    """The page of a screening; `view` where a record was screened, `refused` what lists could not be used."""
    names, lists = (
        labels.counted("screened", screening.screened, lang),
        labels.counted("lists", len(screening.watchlists), lang),
    )
    title = (
        f"{labels.label('screening', lang)}: {names} · {lists} · {labels.counted('hits', len(screening.hits), lang)}"
    )
    if refused:
        title += f" · {labels.counted('refused_lists', len(refused), lang)}"
    page = Page(lang, title)
    for sentence in refused or []:
        page.row(labels.label("refused", lang), [Piece(sentence, "strong")])
    for sentence in not_compared(screening, lang):
        page.row(labels.label("not_compared", lang), [Piece(sentence, "strong")])
    page.paragraph([Piece(labels.label("question" if screening.hits else "no_hits", lang), "strong")])
    _lists(page, screening, lang)
    for _, hits in groupby(screening.hits, key=lambda h: h.subject.id):
        found = list(hits)
        _subject(page, found[0].subject, view, lang)
        for hit in found:
            _hit(page, hit, screening, lang)
        if view is not None:
            _sentences(page, found[0], view)
    if screening.rejected:
        hidden = labels.counted("hits", screening.rejected, lang)
        page.paragraph([Piece(f"{hidden} {labels.label('rejected_hidden', lang)}", "muted")])
    return page


def not_compared(screening: Screening, lang: str) -> list[str]:
    """A sentence on each name that could not be compared."""
    words = labels.group("not_compared_for")
    return [words[reason.code][lang].format(*reason.values) for reason in screening.not_compared]


def _lists(page: Page, screening: Screening, lang: str) -> None:
    page.heading(labels.label("watchlists", lang))
    for watchlist in screening.watchlists:
        count = labels.counted("entries", len(watchlist.entries), lang)
        line = [
            Piece(watchlist.name, "name"),
            Piece(f" {count} ", "muted"),
            *list_date(watchlist, screening.today, lang),
        ]
        page.row("", [*line, Piece(f" sha256 {watchlist.sha256[:12]}", "muted")], list_notes(watchlist, lang))


def _subject(page: Page, subject: Subject, view: View | None, lang: str) -> None:
    names: Line = [Piece(subject.names[0], "name")]
    if view is not None:
        names = joined([[Piece(n, "name")] for n in subject.names[:_PAIRS]], labels.label("comma", lang))
    page.heading(names)
    known: list[Line] = [[Piece(p, "quote")] for p in subject.positions[:_POSITIONS]]
    if len(subject.positions) > _POSITIONS:
        known.append([Piece(f"+{len(subject.positions) - _POSITIONS}", "muted")])
    if subject.births:
        born = ", ".join(dict.fromkeys(labels.interval(b.days, lang) for b in subject.births))
        known.append([Piece(f"{labels.label('born', lang)} {born}")])
    if known:
        page.row(labels.label("record_says", lang), joined(known))


def _hit(page: Page, hit: Hit, screening: Screening, lang: str) -> None:
    weak = [Piece(f" {_weakness(hit.pairs, lang)}", "strong")] if hit.weak else []
    title = [Piece(hit.entry.names[0].text, "name"), Piece(f" {hit.score:.2f}"), *weak, Piece(f" {hit.id}", "muted")]
    page.heading(title, 3)
    if len(hit.spelled) > 1:
        page.row(labels.label("spelled_so", lang), joined([[Piece(s, "name")] for s in hit.spelled]))
    best, *others = hit.pairs
    page.row(labels.label("names_match", lang), _names(best, lang), _why(best, lang))
    if others:
        page.row(labels.label("names_also", lang), joined([_names(p, lang) for p in others[:_PAIRS]]))
    for key, reasons in (("speaks_for", hit.speaks_for), ("speaks_against", hit.speaks_against)):
        if reasons:
            page.row(labels.label(key, lang), joined([[Piece(reason_text(r, lang))] for r in reasons]))
    page.row(labels.label("list_says", lang), entry_line(hit.entry, lang, _REASON))
    page.row(labels.label("entry", lang), _source(hit.watchlist, hit, screening, lang))
    if hit.decided is not None:
        line = [Piece(f"{kind_word(hit.decided.kind, lang)} ", "strong"), *signed("decision_by", hit.decided, lang)]
        since = [[Piece(reason_text(r, lang))] for r in hit.since]
        page.row(labels.label("decisions", lang), line)
        if since:
            page.row(labels.label("changed_since", lang), joined(since))


def _names(pair: NamePair, lang: str) -> Line:
    weak = [Piece(f" {_weakness([pair], lang)}", "muted")] if pair.weak else []
    return [
        Piece(pair.spelled, "name"),
        Piece(" = "),
        Piece(pair.listed.text, "name"),
        Piece(f" {pair.score:.2f}"),
        *weak,
    ]


def _weakness(pairs: list[NamePair], lang: str) -> str:
    """Why names that match are weak, in a few words."""
    kinds = dict.fromkeys(p.rests_on or "weak_name" for p in pairs)
    return labels.label("comma", lang).join(labels.group("weak_marks")[kind][lang] for kind in kinds)


def _why(pair: NamePair, lang: str) -> list[Line]:
    """The aligned words, and what the matcher says for and against."""
    parts = [[Piece(p["of"] or "–", "name"), Piece(" ~ "), Piece(p["listed"] or "–", "name")] for p in pair.parts]
    lines = [joined(parts)] if len(parts) > 1 else []
    for key, reasons in (("speaks_for", pair.speaks_for), ("speaks_against", pair.speaks_against)):
        if reasons:
            said = [_name_reason(r, lang) for r in reasons]
            lines.append([Piece(f"{labels.label(key, lang)}: ", "muted"), *joined(said)])
    return lines


def _name_reason(reason: Reason, lang: str) -> Line:
    word = labels.group("name_reasons").get(reason.code, {}).get(lang, reason.code.replace("_", " "))
    if not reason.values:
        return [Piece(word)]
    values: list[Line] = [[Piece(v, "name")] for v in reason.values]
    return [Piece(f"{word} ("), *joined(values, labels.label("comma", lang)), Piece(")")]


def _source(watchlist: Watchlist, hit: Hit, screening: Screening, lang: str) -> Line:
    comma = labels.label("comma", lang)
    line = [Piece(hit.entry.id, "name"), Piece(comma), Piece(watchlist.name, "name"), Piece(comma)]
    return [*line, *list_date(watchlist, screening.today, lang)]


def _sentences(page: Page, hit: Hit, view: View) -> None:
    for place in hit.sentences[:_SENTENCES]:
        page.row(view.label("evidence"), _quotation(place, view))
    if len(hit.sentences) > _SENTENCES:
        more = view.counted("sentences", len(hit.sentences) - _SENTENCES)
        page.row("", [Piece(labels.label("more_in_json", view.lang).format(more=more), "muted")])


def _quotation(place: Evidence, view: View) -> Line:
    line = [Piece(" ".join(place.text.split()), "quote"), Piece(" "), *view.refs([place.report])]
    return [*line, Piece(" "), *whence(view, place.report, place.report)]


def reason_text(reason: Reason, lang: str) -> str:
    """A reason in words."""
    values = reason.values
    if reason.code in _OF_COUNTRIES:
        values = tuple(_countries(value, lang) for value in values)
    return labels.group("hit_reasons")[reason.code][lang].format(*values)


def _countries(row: str, lang: str) -> str:
    """A row of ids of countries, in words."""
    *idents, last = row.split(", ")
    last, more, _ = last.partition(" …")
    said = [country_name(ident, lang) for ident in (*idents, last)]
    return labels.label("comma", lang).join(said) + more
