"""Article and View in, its standfirst out: one to three of its own sentences, at most sixty words."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

from copydesk.describing.choosing import FEWEST, MOST, View, best_set, reads, view
from copydesk.describing.standing import heads
from copydesk.describing.telling import BUDGET, Sentence, length, sentences_apart, sentences_of
from copydesk.language import UNSPACED, sentences
from copydesk.model import Article, Block, Label

SHORT = 20  # words of a standfirst below which the lead stands beside it
OPENING = 12  # blocks of an article below its standfirst that show who speaks


def standfirst(article: Article, seen: View) -> str:
    """One to three whole sentences, at most sixty words, each the article's own or cleanly trimmed.

    The page's own standfirst where it has one that reads alone; else the set of sentences that the trained weights
    value most; else, where no sentence may stand, the first that can be cut at a clause, or one of those that the dump
    ran together, or the lead as far as the budget goes. Empty for an empty article.
    """
    chosen = _own(article) or best_set(seen) or _cut(seen, article.lang) or _apart(article)
    return ("" if article.lang in UNSPACED else " ").join(one.text for one in chosen)


def _apart(article: Article) -> tuple[Sentence, ...]:
    """The best of the sentences that a dump ran into each other, which is often why none may stand; else the lead."""
    seen = view(sentences_apart(article), article.title, article.lang)
    return best_set(seen) or _lead(seen.sentences)


def _own(article: Article) -> tuple[Sentence, ...]:
    """The page's own standfirst, as many of its sentences as may be printed; behind a short one the story's lead."""
    text = article.standfirst
    if not text:
        return ()
    story = [block for block in article.blocks if block.text != text][:OPENING]
    whole = replace(article, blocks=(Block(Label.PARAGRAPH, text), *story))
    seen = view(sentences_of(whole), article.title, article.lang)
    size = len(sentences(text, article.lang))
    runs = (seen.sentences[:count] for count in range(min(MOST, size), 0, -1))
    own = next((run for run in runs if _prints(run, seen)), ())
    led = (*own, *seen.sentences[size : size + 1])
    short = 0 < sum(one.length for one in own) < SHORT and len(led) <= MOST
    return led if short and _prints(led, seen) else own


def _prints(run: tuple[Sentence, ...], seen: View) -> bool:
    """Whether sentences may all be printed, one behind the other, within the budget."""
    fits = FEWEST <= sum(one.length for one in run) <= BUDGET
    return fits and reads(run) and not run[-1].asks and all(map(seen.allows, run))


def _cut(seen: View, lang: str) -> tuple[Sentence, ...]:
    """The first sentence that stands once it is cut to the budget."""
    cuts = ((one, head) for one in seen.sentences if not one.leans for head in heads(one.text, lang))
    fitting = (replace(one, text=head) for one, head in cuts if FEWEST <= length(head) <= BUDGET)
    return tuple(islice(fitting, 1))


def _lead(found: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
    """The first sentence that fits the budget, and those behind it as long as they fit."""
    start = next((at for at, one in enumerate(found) if one.length <= BUDGET), len(found))
    for count in range(MOST, 0, -1):
        run = found[start : start + count]
        if sum(one.length for one in run) <= BUDGET:
            return run
    return ()
