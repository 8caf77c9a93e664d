"""Article in, the sentences that could speak for it out, in order, each with what a choice needs to know."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import accumulate, islice, pairwise, repeat

from copydesk.describing.leaning import leans
from copydesk.describing.phrasing import ENDED, any_of
from copydesk.describing.spans import NOUNS_WITH_CAPITALS
from copydesk.describing.speeches import speeches
from copydesk.describing.spelling import WORDS_KEPT
from copydesk.describing.standing import apart, heads, labelled, sound, trimmed
from copydesk.language import lexicon, sentences, stem, stopwords, words
from copydesk.language.openings import opened
from copydesk.language.tokens import CAPITALS
from copydesk.language.voices import corrects, own_voice
from copydesk.markup import wordless
from copydesk.model import Article, Block, Label

TOLD = (Label.STANDFIRST, Label.PARAGRAPH)
ELSE_TOLD = (Label.QUOTE, Label.ITEM)  # where an article has no paragraph: a forwarded mail, a list
ASKING_KINDS = (Label.PARAGRAPH, Label.HEADING)  # a question in bold is a heading
QUESTIONS = 3  # paragraphs that ask: fewer make no interview
ASKING = 4  # of as many paragraphs one asks in an interview; more stand between an essay's questions
ENTRIES = 4  # headings of a guide or a list; a report may have three
READ = 40  # sentences of an article that are looked at: what matters in news stands before; 60 gain .05 points of ROUGE
BUDGET = 60  # words of a standfirst
LEAD = 2  # sentences that an article opens with
CUT_TO = 45  # words of a lead's sentence that is longer than a standfirst: at 60 nothing would stand beside it
ASKED = ("?", "？")
COUNTED = re.compile(r"\w+(?:['’.\-]\w+)*")
FULL_NAME, OFFICE_AND_NAME = 2, 3  # words
OPENING = 80  # characters in which the first words of a sentence end
SMALL = r"[^\W\d_A-ZÀ-Þ]"  # letter
GENITIVE = re.compile(r"[\"“«]|['’]s?$|[.,:;]$")
OWNER = re.compile(r"^\w+['’]s ")  # "Leeds's Ada Orr"
WIDE = re.compile(r"[\u3041-\u30ff\u3400-\u9fff]")
# Its first character is one of a set, so that a search passes over all others.
PART = rf"[{CAPITALS}€$£\d](?:(?<=[{CAPITALS}])[\w’'.-]*|(?<=[€$£])\d[\d.,]*\w*%?|(?<=\d)[\d.,]*\w*%?)"
NAME = re.compile(rf"{PART}(?: (?:(?:of|de|du|des|la|al|van|von|der) )?{PART})*")


@dataclass(frozen=True, eq=False)
class Sentence:
    """One sentence of an article; what takes time to find out is found out when it is first asked for.

    `place` counts the article's sentences from 0; `opens` is true for the first of its paragraph; `text` is the
    sentence as it would be printed; `names` its names and numbers. `calls` are the surnames that stand alone in it
    where an earlier sentence gives the full names, or behind a Mr or Mrs where one names them at all; and the noun that
    opens it behind a *the*, where an earlier one brings it with an *a* and the headline does not. `turn` is true of
    what is asked and answered in an interview, and of a sentence inside what somebody says: nothing in it says who
    speaks. `entry` are the stems of the heading above it in a guide or a list, whose entries tell each of their own
    thing.
    """

    place: int
    opens: bool
    text: str
    lang: str
    names: frozenset[str]
    calls: frozenset[str]
    turn: bool
    entry: frozenset[str]

    @cached_property
    def low(self) -> str:
        """The text in lower case."""
        return self.text.lower()

    @cached_property
    def length(self) -> int:
        """Its words."""
        return length(self.text)

    @cached_property
    def content(self) -> tuple[str, ...]:
        """The stems of its content words, in order."""
        return content(self.text, self.lang)

    @cached_property
    def stems(self) -> frozenset[str]:
        return frozenset(self.content)

    @cached_property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """The stems that are neighbours."""
        return frozenset(pairwise(self.content))

    @cached_property
    def leans(self) -> bool:
        """Whether it needs the sentence before it."""
        return leans(self.text, self.lang, first=self.place == 0)

    @cached_property
    def sound(self) -> bool:
        """Whether it may be printed."""
        return sound(self.text, self.lang)

    @cached_property
    def labelled(self) -> bool:
        """Whether a speaker's name or a point's title stands before it; before an article's first it is the place."""
        return self.place > 0 and labelled(self.text)

    @property
    def asks(self) -> bool:
        """Whether the writer asks; a question that is quoted tells who asks it."""
        return self.text.endswith(ASKED)

    @cached_property
    def own_voice(self) -> bool:
        """Whether the writer speaks."""
        return own_voice(self.text, self.lang)


def sentences_of(article: Article) -> tuple[Sentence, ...]:
    """The sentences of the article's paragraphs, trimmed, in order; at most `READ` of them.

    Of its quotes and items where it has no paragraph.
    """
    return tuple(_read(article, sentences))


def sentences_apart(article: Article) -> tuple[Sentence, ...]:
    """The same, where sentences that a dump ran into each other count one by one."""
    return tuple(_read(article, lambda text, lang: (part for one in sentences(text, lang) for part in apart(one))))


def _read(article: Article, split: Callable[[str, str], Iterable[str]]) -> Iterator[Sentence]:
    kinds, lang = TOLD if any(block.kind in TOLD for block in article.blocks) else ELSE_TOLD, article.lang
    turns, entries = _turns(article.blocks, lang), _entries(article)
    blocks = [(at, one) for at, one in enumerate(article.blocks) if one.kind in kinds and tells(one, lang)]
    said = (
        (sentence, at == 0, number >= turns or within, entries[number])
        for count, (number, block) in enumerate(blocks)
        for at, (sentence, within) in enumerate(
            speeches([*split(opened(block.text, lang) if count < LEAD else block.text, lang)], lang)
        )
    )
    known = {GENITIVE.sub("", word) for word in article.title.lower().split()}
    met: set[str] = set()
    said_before: set[str] = set()
    brought: set[str] = set()
    for place, (sentence, opens, turn, entry) in enumerate(islice(said, READ)):
        text = trimmed(sentence, lang)
        text = _cut(text, lang) if place < LEAD else text
        named = names(text, lang)
        calls = _calls(text, named, met, lang) | (_titled(text, lang) & (said_before - known))
        calls |= _taken_up(text, lang) & (brought - known)
        yield Sentence(place, opens, text, lang, named, calls, turn, entry)
        met |= _surnames(named, lang) - known
        said_before |= {word for name in named for word in name.split()}
        brought |= _brought(text, lang)


def tells(block: Block, lang: str) -> bool:
    """Whether a block tells of the story: it has words, and does not correct what the article said."""
    return not wordless(block.spans) and not corrects(block.text, lang)


def _cut(text: str, lang: str) -> str:
    """A sentence of the lead; as far as a clause where it is too long to be told, since it names who acts and where."""
    if length(text) <= BUDGET:
        return text
    return next((head for head in heads(text, lang) if length(head) <= CUT_TO), text)


def _entries(article: Article) -> list[frozenset[str]]:
    """For each block the stems of the heading above it, where there are as many headings as in a guide or a list."""
    headings: list[str] = [block.text if block.kind is Label.HEADING else "" for block in article.blocks]
    if len([*filter(None, headings)]) < ENTRIES:
        return [frozenset()] * len(headings)
    above = accumulate(headings, _nearest)
    return [frozenset(content(heading, article.lang)) for heading in above]


def _nearest(above: str, own: str) -> str:
    """A block's own heading, or the one above it."""
    return own or above


def _turns(blocks: Sequence[Block], lang: str) -> int:
    """The number of the block that an interview's first question is; that of no block where nobody is asked.

    In an interview every few paragraphs one asks, and most of the others answer as I or we.
    """
    asking = [at for at, block in enumerate(blocks) if block.kind in ASKING_KINDS and block.text.endswith(ASKED)]
    rest = blocks[asking[0] :] if asking else ()
    answers = [block.text for block in rest if block.kind is Label.PARAGRAPH and not block.text.endswith(ASKED)]
    if len(asking) < QUESTIONS or ASKING * len(asking) < len(answers):
        return len(blocks)
    own = sum(own_voice(text, lang) for text in answers)
    return asking[0] if 2 * own >= len(answers) else len(blocks)


def _calls(text: str, named: frozenset[str], met: set[str], lang: str) -> frozenset[str]:
    """The surnames that stand alone in a sentence, of those met in full names before."""
    return frozenset(met & {_opener(text, lang), *named}) if met else frozenset()


def _surnames(named: Iterable[str], lang: str) -> set[str]:
    """The surnames of the full names among names; where nouns have capitals, an office may stand before one."""
    full = (OWNER.sub("", name) for name in named if " " in name)
    longest = OFFICE_AND_NAME if lang in NOUNS_WITH_CAPITALS else FULL_NAME
    called = {name.rpartition(" ")[2] for name in full if name.count(" ") < longest}
    return {name for name in called if not name[0].isdigit()}


def _titled(text: str, lang: str) -> frozenset[str]:
    """The surnames behind a Mr or Mrs."""
    titles = lexicon("titles", lang)
    words = text.lower().split()
    return frozenset(GENITIVE.sub("", name) for title, name in pairwise(words) if title.rstrip(".") in titles)


def _taken_up(text: str, lang: str) -> frozenset[str]:
    """The noun that opens a sentence behind a *the*, if nothing says which one is meant: "The key armed the charge"."""
    found = _bare(lang).match(text)
    return frozenset(found.groups()) if found else frozenset()


@cache
def _bare(lang: str) -> re.Pattern[str]:
    definite = any_of(word.capitalize() for word in lexicon("definites", lang))
    return re.compile(rf"(?:{definite}) ({SMALL}+) (?!(?:{any_of(lexicon('carriers', lang))}){ENDED}){SMALL}")


def _brought(text: str, lang: str) -> set[str]:
    """The nouns that a sentence brings in with an *a*: the second word behind it, or the first before a small one."""
    found = _indefinite(lang).findall(text)
    return {second if second and second not in stopwords(lang) else first for first, second in found}


@cache
def _indefinite(lang: str) -> re.Pattern[str]:
    indefinite = any_of(lexicon("indefinites", lang))
    return re.compile(rf"\b(?i:{indefinite}) ({SMALL}+)(?: ({SMALL}+))?")


def _opener(text: str, lang: str) -> str:
    """The first word of a sentence in lower case, behind a Mr or Mrs; without a genitive's ending."""
    words = text[:OPENING].lower().split()
    if words and words[0].rstrip(".") in lexicon("titles", lang):
        words = words[1:]
    return GENITIVE.sub("", words[0]) if words else ""


def length(text: str) -> int:
    """Words of a text as a reader counts them; two characters of a script without spaces count as one."""
    wide = 0 if text.isascii() else len(WIDE.findall(text))
    return len(COUNTED.findall(WIDE.sub(" ", text) if wide else text)) + (wide + 1) // 2


def content(text: str, lang: str) -> tuple[str, ...]:
    """The stems of the words that carry the subject, in order."""
    return tuple(filter(None, map(_subject, words(text, lang), repeat(lang))))


@lru_cache(maxsize=WORDS_KEPT)
def _subject(word: str, lang: str) -> str:
    """The stem of a word; nothing where it carries no subject."""
    return stem(word, lang) if len(word) > 1 and word.lower() not in stopwords(lang) else ""


def names(text: str, lang: str) -> frozenset[str]:
    """The names in a text, whole, and its numbers, in lower case; a capital that only opens a sentence is no name."""
    found = set()
    for match in NAME.finditer(text):
        name = match.group().rstrip(".,'’-").lower()
        first, _, rest = name.partition(" ")
        if not match.start() and not first[0].isdigit() and (not rest or first in stopwords(lang)):
            name = rest
        found.add(name)
    return frozenset(found - {""})
