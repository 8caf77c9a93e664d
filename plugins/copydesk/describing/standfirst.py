"""Article in, its standfirst out: one to three of its own sentences, at most sixty words."""

from __future__ import annotations

from copydesk.describing.choosing import BUDGET, FEWEST, MOST, View, best_set, view
from copydesk.describing.telling import Sentence, sentences_of
from copydesk.language import sentences
from copydesk.model import Article, Label


def standfirst(article: Article) -> str:
    """One to three whole sentences, at most sixty words, each the article's own or cleanly trimmed.

    The page's own standfirst where it has one that reads alone; else the set of sentences that the trained weights
    value most; else, where no sentence may stand, the lead as far as the budget goes. Empty for an empty article.
    """
    seen = view(sentences_of(article), article.title, article.lang)
    chosen = _own(article, seen) or best_set(seen) or _lead(seen.sentences)
    return " ".join(one.text for one in chosen)


def _own(article: Article, seen: View) -> tuple[Sentence, ...]:
    """The page's own standfirst, if all of it may be printed."""
    blocks = [block.text for block in article.blocks if block.kind is Label.STANDFIRST]
    count = sum(len(sentences(text, article.lang)) for text in blocks)
    own = tuple(one for one in seen.sentences if one.standfirst)
    words = sum(one.length for one in own)
    fits = 0 < count == len(own) <= MOST and FEWEST <= words <= BUDGET
    return own if fits and seen.reads(own) and all(seen.allows(one) for one in own) else ()


def _lead(found: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
    """The first sentence that fits the budget, and those behind it as long as they fit."""
    start = next((at for at, one in enumerate(found) if one.length <= BUDGET), len(found))
    for count in range(MOST, 0, -1):
        run = found[start : start + count]
        if sum(one.length for one in run) <= BUDGET:
            return run
    return ()
