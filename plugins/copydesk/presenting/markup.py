"""A post's HTML in; the same HTML as pages and feeds can carry it, and the minutes it takes to read, out."""

from __future__ import annotations

import html
import re

from jinja2.filters import do_striptags

from copydesk.language import sentences

TAG = re.compile(r"<[^<>]*>")
ALIGNED = re.compile(r'<(t[hd]) style="text-align: (left|right|center);">')
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")  # XML 1.0 allows none, and a feed is XML
HEADING = re.compile(r"<h2>((?>(?:[^<]|<(?!/?h2\b))*))</h2>")  # never past the next one, so in linear time
PARAGRAPH = re.compile(r"<p>((?>(?:[^<]|<(?!/?p\b))*))</p>")  # of a figure's caption it knows nothing
NOTED = re.compile(r'<sup id="fnref[^"<>]*"><a [^<>]*>[^<]*</a></sup>')  # the number of a footnote: no word of the text
IDEOGRAM = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
WORDS_A_MINUTE = 238  # silent reading of English non-fiction: Brysbaert 2019, doi:10.1016/j.jml.2019.104047
OPENING = 300  # letters: four or five lines below a headline, as long as the desk's own summaries
IDEOGRAMS_A_MINUTE = 500  # Japanese and Chinese readers: about 260 words of two signs


def fit(markup: str) -> str:
    """The markup without what breaks a feed (control characters) or a content policy (styles on table cells)."""
    return ALIGNED.sub(r'<\1 class="\2">', CONTROL.sub("", markup))


def sections(markup: str) -> tuple[str, list[tuple[str, str]]]:
    """The markup with an id on each section's heading, and the (id, heading) pairs for a list of contents."""
    found: list[tuple[str, str]] = []

    def mark(heading: re.Match[str]) -> str:
        found.append((f"s{len(found) + 1}", TAG.sub("", NOTED.sub("", heading[1]))))
        return f'<h2 id="{found[-1][0]}">{heading[1]}</h2>'

    return HEADING.sub(mark, markup), found


def minutes(markup: str) -> int:
    """How many minutes the text takes to read, at least one; none where there is no text."""
    text = TAG.sub(" ", markup)
    signs = len(IDEOGRAM.findall(text))
    words = len(IDEOGRAM.sub(" ", text).split())
    return max(1, round(words / WORDS_A_MINUTE + signs / IDEOGRAMS_A_MINUTE)) if words or signs else 0


def opening(markup: str, lang: str) -> str:
    """The opening of a text, as HTML without tags and notes: the first whole sentences of its first paragraph.

    "" where there is no paragraph; a sentence that is too long by itself ends at a word, with an ellipsis.
    """
    paragraphs = PARAGRAPH.findall(NOTED.sub("", markup))
    plain = (CONTROL.sub("", do_striptags(one)) for one in paragraphs)  # "&#7;" is a sign by now
    text = next(filter(None, plain), "")
    end = 0
    for sentence in sentences(text, lang):
        stop = text.find(sentence, end) + len(sentence)
        if end and stop > OPENING:
            break
        end = stop
    told = text[:end]
    short = told if len(told) <= OPENING else f"{told[:OPENING].rpartition(' ')[0] or told[:OPENING]}…"
    return html.escape(short, quote=False)
