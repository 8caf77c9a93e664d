"""Posts that no topic covers in, topics they talk about out: phrases as people write them, never lists of words."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain

from slugify import slugify

from copydesk.grouping import names
from copydesk.grouping.features import MARKUP
from copydesk.grouping.membership import topics_of
from copydesk.grouping.terms import WORD, key, keys, tokens
from copydesk.language import lexicon, stem
from copydesk.model import Post, Topic

FEWEST = 5  # articles on it: fewer are an event, not a subject
WIDEST = 0.2  # the share of all posts above which a phrase is the way people write, not what they write on
LONGEST = 3  # words of a name
TWICE = 2  # mentions by which an article is on a phrase, unless its headline has it
BESIDE = 0.4  # a word that stands beside a number this often counts things (dollars, tonnes, per cent) and names none
HEADED = 0.3  # the share of its articles whose headline names it: what editors put there is what they write on
ALIKE = 0.5  # the share of a phrase's articles that another must have to be one of the topic's words
MORE_WORDS = 3
CLAUSE = re.compile(r"[^.,;:!?()\[\]\"“”„«»\n–—|]+")
BETWEEN = (" ", "-", "\u2011")  # what may stand between the words of a name: `cease-fire` is written with a hyphen
PHRASE = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Proposal:
    """A topic nobody declared: its name, the words that find it, and the slugs of its articles, oldest first."""

    title: str
    words: tuple[str, ...]
    articles: tuple[str, ...]

    @property
    def slug(self) -> str:
        return slugify(self.title)


def discover(posts: Sequence[Post], covered: Iterable[str], known: Iterable[Topic] = ()) -> list[Proposal]:
    """The topics to propose, the largest first. `covered` are paths of posts that have a topic.

    A proposal's articles are those that its words find by the very rule declared topics follow, so an editor who
    accepts it gets what was shown.
    """
    done = set(covered)
    loose = [post for post in posts if post.path not in done]
    on, written = gather(loose, measures(posts))
    most = max(WIDEST * len(posts), 2 * FEWEST)
    enough = {phrase: found for phrase, found in on.items() if FEWEST <= len(found) <= most}
    on = {phrase: found for phrase, found in enough.items() if is_subject(usual(written[phrase]))}
    taken = {""} | {topic.slug for topic in known} | {slugify(word) for topic in known for word in topic.words}
    return sorted(propose(loose, on, written, taken), key=lambda one: (-len(one.articles), one.slug))


def measures(posts: Iterable[Post]) -> frozenset[str]:
    """The words that go with numbers: dollars, tonnes, per cent, and what a table of results is full of."""
    every: Counter[str] = Counter()
    beside: Counter[str] = Counter()
    for post in posts:
        words = [word.casefold() for word in tokens(MARKUP.sub(" ", post.body))]
        every.update(words)
        beside.update(
            word
            for before, word, after in zip(["", *words], words, [*words[1:], ""], strict=False)
            if before[:1].isdigit() or after[:1].isdigit()
        )
    return frozenset(word for word, number in beside.items() if number > BESIDE * every[word])


def gather(posts: Sequence[Post], units: frozenset[str]) -> tuple[dict[PHRASE, set[int]], dict[PHRASE, Counter[str]]]:
    """Which posts are on each phrase, and how people write it."""
    on: dict[PHRASE, set[int]] = defaultdict(set)
    written: dict[PHRASE, Counter[str]] = defaultdict(Counter)
    for number, post in enumerate(posts):
        count: Counter[PHRASE] = Counter()
        head = {phrase for phrase, _ in phrases(post.title, post.lang, units)}
        for phrase, text in phrases(MARKUP.sub(" ", post.body), post.lang, units):
            count[phrase] += 1
            written[phrase][text] += 1
        for phrase, often in count.items():
            if often >= TWICE or phrase in head:
                on[phrase].add(number)
    return on, written


def phrases(text: str, lang: str, units: frozenset[str]) -> Iterator[tuple[PHRASE, str]]:
    """Two or three telling words side by side: their keys, and as written. `Mr Lind` is no subject."""
    for run in runs(text, lang, dull(lang) | units):
        if len(run) > 1:
            yield from parts(run, lang)


def runs(text: str, lang: str, weak: frozenset[str]) -> Iterator[list[re.Match[str]]]:
    """The telling words of each clause that stand side by side."""
    for clause in CLAUSE.findall(text):
        run: list[re.Match[str]] = []
        for found in WORD.finditer(clause):
            word = found[0]
            if run and clause[run[-1].end() : found.start()] not in BETWEEN:
                yield run
                run = []
            if len(word) > 1 and not word[0].isdigit() and telling(word, lang, weak):
                run.append(found)
            elif run:
                yield run
                run = []
        yield run


@cache
def dull(lang: str) -> frozenset[str]:
    """The words of a language that name no subject: those of grammar, days and months, titles."""
    return names.dull(lang) | {title.strip(".").casefold() for title in lexicon("titles", lang)}


@cache
def passing(lang: str) -> frozenset[str]:
    """The stems of a language's spans of time: `last year` is on no subject."""
    return frozenset(stem(word, lang) for word in names.spans(lang))


def telling(word: str, lang: str, weak: frozenset[str]) -> bool:
    """Whether a word may be a part of a subject's name."""
    return word.casefold() not in weak and stem(word.casefold(), lang) not in passing(lang)


def is_subject(name: str) -> bool:
    """Whether a phrase is more than a proper name: `New York` is a tag, `trade deficit` a subject."""
    return not all(word[:1].isupper() for word in name.split())


def parts(run: list[re.Match[str]], lang: str) -> Iterator[tuple[PHRASE, str]]:
    """The phrases of a run of words, of two or three each: one word alone is an index's heading, not a subject.

    What hyphens join before another word only says of which kind that is (`pre-tax profit`).
    """
    keyed = [key(found[0], lang) for found in run]
    for start in range(len(run)):
        for end in range(start + 2, min(start + LONGEST, len(run)) + 1):
            text = run[0].string[run[start].start() : run[end - 1].end()]
            if " " in text or end == len(run):
                yield tuple(acronym or stem for stem, acronym in keyed[start:end]), text


def propose(
    posts: Sequence[Post], on: dict[PHRASE, set[int]], written: dict[PHRASE, Counter[str]], taken: set[str]
) -> Iterator[Proposal]:
    """Take the phrase that most posts are on, then the one that most of the others are on, and so on."""
    left = set(range(len(posts)))
    while on:
        best = max(on, key=lambda phrase: (len(on[phrase] & left), len(phrase), phrase))
        if len(on[best] & left) < FEWEST:
            return
        near = companions(best, on)
        likely = [posts[number] for number in sorted(set().union(*(on[phrase] for phrase in (best, *near))))]
        made = proposal(likely, [usual(written[phrase]) for phrase in (best, *near)])
        if made and made.slug not in taken:
            taken.add(made.slug)
            yield made
        left -= on[best]
        on = {phrase: found for phrase, found in on.items() if phrase != best and phrase not in near}


def companions(best: PHRASE, on: dict[PHRASE, set[int]]) -> list[PHRASE]:
    """The phrases that stand in much the same posts and share a word with the best: `rate cut` beside `rate rise`."""
    share = {
        phrase: len(found & on[best]) / len(found | on[best])
        for phrase, found in on.items()
        if phrase != best and set(phrase) & set(best)
    }
    near = sorted((phrase for phrase, part in share.items() if part >= ALIKE), key=lambda p: (-share[p], p))
    return near[:MORE_WORDS]


def usual(forms: Counter[str]) -> str:
    """The way a phrase is written most often."""
    return min(forms, key=lambda form: (-forms[form], form))


def headed(name: str, posts: Sequence[Post]) -> float:
    """The share of posts whose headline has all words of a name."""
    count = 0
    for post in posts:
        title = set(chain(*keys(post.title, post.lang)))
        count += all(stem in title or (acronym and acronym in title) for stem, acronym in keys(name, post.lang))
    return count / len(posts)


def proposal(posts: Sequence[Post], words: list[str]) -> Proposal | None:
    """The topic of these words, if enough articles belong to it."""
    topic = Topic("x", words[0], tuple(dict.fromkeys(words)))
    found = [post for post in posts if topics_of(post.title, post.body, post.lang, (topic,))]
    if len(found) < FEWEST or headed(words[0], found) < HEADED:
        return None
    title = words[0][:1].upper() + words[0][1:]
    return Proposal(title, topic.words, tuple(post.slug for post in found))
