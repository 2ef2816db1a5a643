"""A line of tell/page.py as HTML: what a report says is escaped and isolated, references and names are links."""

from __future__ import annotations

from markupsafe import Markup, escape

from tawatur.desk import links
from tawatur.desk.words import Wording
from tawatur.record.decisions import Decision
from tawatur.tell.decisions import subject_line
from tawatur.tell.page import Line, Piece, harmless
from tawatur.tell.view import View


def written(line: Line, view: View, say: Wording) -> Markup:
    """A line as HTML; `view` gives reports by their numbers and knows which names are entities of the record. Written
    by hand, not as a template: a page has hundreds of lines."""
    return Markup("".join(_piece(piece, view, say) for piece in line))


def unlinked(line: Line, say: Wording) -> Markup:
    """A line as HTML without links, for what is itself pressed."""
    return Markup("".join(_unlinked(piece, say) for piece in line))


def decided(decision: Decision, say: Wording, of: Decision | None = None) -> Markup:
    """What a decision is on and what it says of it, without links; of one that takes another back, what that was
    (`of`)."""
    return unlinked(subject_line(of or decision, say.lang), say)


def _piece(piece: Piece, view: View, say: Wording) -> str:
    text = harmless(piece.text)
    if piece.role == "name" and piece.detail in view.entities:
        return f'<a class="name" href="{escape(links.entity(piece.detail))}"><bdi>{escape(text)}</bdi></a>'
    if piece.role == "fact":
        return f'<a class="id" href="{escape(links.fact(piece.detail))}"><bdi>{escape(text)}</bdi></a>'
    if piece.role == "ref":
        to = links.report(view.name_at(int(piece.detail)))
        return f'<a class="ref" href="{escape(to)}"><bdi>{escape(say.number_signs(text))}</bdi></a>'
    return _unlinked(piece, say)


def _unlinked(piece: Piece, say: Wording) -> str:
    text = harmless(piece.text)
    if piece.role == "quote":
        return f'<q dir="auto">{escape(text)}</q>'
    if piece.role == "name":
        return f'<bdi class="name">{escape(text)}</bdi>'
    if piece.role == "words":
        return f"<bdi>{escape(text)}</bdi>"
    if piece.role == "verdict":
        return f'<span class="verdict {escape(piece.detail)}">{escape(text)}</span>'
    own = escape(say.number_signs(text))
    shown = {
        "ref": f'<bdi class="ref">{own}</bdi>',
        "strong": f"<strong>{own}</strong>",
        "muted": f'<span class="muted">{own}</span>',
    }
    return shown.get(piece.role, str(own))
