"""A page's tree and statements in, the Evidence for judging its blocks out."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from lxml import etree

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
        extracts=("", "") if crowded else extracts(tree),
        title=title,
        description=said.first("og:description", "description"),
        stated=said.said("articleBody"),
    )


def extracts(tree: HtmlElement) -> tuple[str, str]:
    """The page's text with an eye to all of it, and with an eye to nothing else.

    Scripts and styles are taken out once before: trafilatura drops them late, and goes through them many times.
    """
    bare = deepcopy(tree)
    etree.strip_elements(bare, "script", "style", with_tail=False)
    return extract(bare, recall=True), extract(bare, recall=False)


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
