"""A page's tree and statements in, the Evidence for judging its blocks out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk.reading.page.agreement import Evidence

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from copydesk.reading.page.statements import Statements


# Children of one element: of 810 saved pages one has over 500, with 3,711. Beyond, trafilatura is slower than linear.
CROWD = 5_000


def evidence(tree: HtmlElement, said: Statements, title: str) -> Evidence:
    """What trafilatura takes for the article, nothing where a part of the page is a crowd, and what the page says."""
    crowded = any(len(element) > CROWD for element in tree.iter())
    return Evidence(
        extracts=("", "") if crowded else (extract(tree, recall=True), extract(tree, recall=False)),
        title=title,
        description=said.first("og:description", "description"),
        stated=said.said("articleBody"),
    )


def extract(tree: HtmlElement, recall: bool) -> str:
    """The page's text by trafilatura, with an eye to finding all of it or to finding nothing else; "" for none."""
    from trafilatura import extract as trafilatura

    found = trafilatura(
        tree,  # which it copies
        fast=True,
        include_comments=False,
        include_tables=True,
        favor_recall=recall,
        favor_precision=not recall,
    )
    return found or ""
