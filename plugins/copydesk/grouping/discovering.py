"""Posts that no topic covers in, topics they talk about out: phrases as people write them, never lists of words."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from slugify import slugify

from copydesk.grouping.features import MARKUP
from copydesk.grouping.membership import topics_of
from copydesk.grouping.names import calendar
from copydesk.grouping.terms import WORD, key
from copydesk.language import lexicon, stopwords
from copydesk.model import Post, Topic

FEWEST = 4  # articles on it: fewer are an event, not a subject
WIDEST = 0.2  # the share of all posts above which a phrase is the way people write, not what they write on
LONGEST = 3  # words of a name
TWICE = 2  # mentions by which an article is on a phrase, unless its headline has it
ALIKE = 0.5  # the share of a phrase's articles that another must have to be one of the topic's words
MORE_WORDS = 3
CLAUSE = re.compile(r"[^.,;:!?()\[\]\"“”„«»\n–—|]+")
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
    on, written = gather(loose)
    most = max(WIDEST * len(posts), 2 * FEWEST)
    on = {phrase: found for phrase, found in on.items() if FEWEST <= len(found) <= most}
    taken = {topic.slug for topic in known} | {slugify(word) for topic in known for word in topic.words}
    return sorted(propose(loose, on, written, taken), key=lambda one: (-len(one.articles), one.slug))


def gather(posts: Sequence[Post]) -> tuple[dict[PHRASE, set[int]], dict[PHRASE, Counter[str]]]:
    """Which posts are on each phrase, and how people write it."""
    on: dict[PHRASE, set[int]] = defaultdict(set)
    written: dict[PHRASE, Counter[str]] = defaultdict(Counter)
    for number, post in enumerate(posts):
        count: Counter[PHRASE] = Counter()
        head = {phrase for phrase, _ in phrases(post.title, post.lang)}
        for phrase, text in phrases(MARKUP.sub(" ", post.body), post.lang):
            count[phrase] += 1
            written[phrase][text] += 1
        for phrase, often in count.items():
            if often >= TWICE or phrase in head:
                on[phrase].add(number)
    return on, written


def phrases(text: str, lang: str) -> Iterator[tuple[PHRASE, str]]:
    """Runs of two or three telling words within a clause: their keys, and as written. `Mr Lind` is no subject."""
    weak = stopwords(lang) | calendar(lang) | {title.strip(".").casefold() for title in lexicon("titles", lang)}
    for clause in CLAUSE.findall(text):
        run: list[str] = []
        for word in (*WORD.findall(clause), ""):
            if word and word.casefold() not in weak and not word.isdigit() and len(word) > 1:
                run.append(word)
                continue
            yield from parts(run, lang)
            run = []


def parts(run: list[str], lang: str) -> Iterator[tuple[PHRASE, str]]:
    """The phrases of a run of words, of two or three each: one word alone is an index's heading, not a subject."""
    keyed = [key(word, lang) for word in run]
    for start in range(len(run)):
        for end in range(start + 2, min(start + LONGEST, len(run)) + 1):
            yield tuple(acronym or stem for stem, acronym in keyed[start:end]), " ".join(run[start:end])


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


def proposal(posts: Sequence[Post], words: list[str]) -> Proposal | None:
    """The topic of these words, if enough articles belong to it."""
    topic = Topic("x", words[0], tuple(dict.fromkeys(words)))
    found = [post for post in posts if topics_of(post.title, post.body, post.lang, (topic,))]
    if len(found) < FEWEST or not topic.words:
        return None
    title = words[0][:1].upper() + words[0][1:]
    return Proposal(title, topic.words, tuple(post.slug for post in found))
