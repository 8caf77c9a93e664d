"""Posts and Vocabulary in, Memory out: what the site's editors have tagged, gathered once before the seeds."""

import hashlib
import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import astuple, dataclass, field
from typing import Any

from copydesk.describing.acronyms import Pair
from copydesk.describing.drawer import Drawer
from copydesk.describing.lands import twins
from copydesk.describing.lessons import digest, lessons
from copydesk.describing.spelling import Key, key, plain_key
from copydesk.describing.vocabulary import Vocabulary
from copydesk.model import Post

Form = tuple[str, str]  # a language and a tag as it is written there

LONGEST = 4  # words of a tag that is looked for in a text
TERMS = 60  # words a post is remembered by, its most telling
NEIGHBOURS = 10
SHORTEST = 3  # letters of a stem that tells posts apart


@dataclass(frozen=True)
class Known:
    """A tag of the site: its spellings, in how many posts it is used, and how those posts relate to its words.

    `spellings` are the majority's, by language: stems of two languages may be the same (bank, Bänke). `found` counts
    the posts whose text has its words, `kept` those of them that have the tag.
    """

    spellings: Mapping[str, str]
    uses: int
    found: int
    kept: int


@dataclass(frozen=True)
class Memory:
    """The site's tags by key, its posts as weighted words, and the editor's vocabulary.

    `twins` maps the form of a tag that the site uses less to the other one, where a post spells out that they are one
    thing (electric vehicles (EVs)), or everybody knows it.
    """

    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    tags: Mapping[Key, Known] = field(default_factory=dict)
    twins: Mapping[Key, Key] = field(default_factory=dict)
    posts: tuple[tuple[Key, ...], ...] = ()
    index: Mapping[str, tuple[tuple[int, float], ...]] = field(default_factory=dict)
    common: Mapping[str, int] = field(default_factory=dict)

    def spelling(self, tag: Key, lang: str) -> str:
        """The site's spelling of a tag in a language; "" where it has none."""
        return self.tags[tag].spellings.get(lang, "") if tag in self.tags else ""


def remember(posts: Iterable[Post], vocabulary: Vocabulary, drawer: Drawer | None = None) -> Memory:
    """What the posts teach, whatever their order: only those that have tags speak.

    With a drawer the same is found faster: what was counted of a post is kept until its text changes, and the whole
    until any post does.
    """
    told = sorted((post for post in posts if post.tags), key=lambda post: post.path)
    if drawer is None:
        return learnt(told, vocabulary, None)
    name = (
        digest(told) + hashlib.sha256(repr([post.tags for post in told]).encode("utf-8", "surrogatepass")).hexdigest()
    )
    kept = drawer.load("memory.json")
    if kept and kept["of"] == name:
        return unpacked(kept, vocabulary)
    memory = learnt(told, vocabulary, drawer)
    drawer.store("memory.json", {"of": name, **packed(memory)})
    return memory


def learnt(told: list[Post], vocabulary: Vocabulary, drawer: Drawer | None) -> Memory:
    """The memory of tagged posts, counted anew from what each of them says."""
    said = lessons(told, drawer)
    keys = [
        [(name, tag) for tag in post.tags if (name := key(tag, each.lang))]  # one of signs alone has no key
        for post, each in zip(told, said, strict=True)
    ]
    spellings: dict[Key, Counter[Form]] = {}
    for each, tags_of_one in zip(said, keys, strict=True):
        for name, tag in tags_of_one:
            spellings.setdefault(name, Counter())[each.lang, tag] += 1
    stems = [each.stems for each in said]
    tagged = tuple(tuple(sorted({name for name, _ in each})) for each in keys)
    tags = known_tags(spellings, stems, tagged)
    common = Counter(stem for each in stems for stem in {part for part in each if part})
    spelled_out = [pair for each in said for pair in each.pairs]
    index = index_of(stems, common)
    same = twins_of(spelled_out, tags)
    for lang in sorted({each.lang for each in said}):
        same |= known_twins(lang, tags)
    return Memory(vocabulary, tags, same, tagged, index, dict(sorted(common.items())))


def packed(memory: Memory) -> dict[str, Any]:
    """A memory as JSON can hold it, without the editor's vocabulary."""
    return {
        "tags": [[tag, *astuple(known)] for tag, known in memory.tags.items()],
        "twins": list(memory.twins.items()),
        "posts": memory.posts,
        "index": memory.index,
        "common": memory.common,
    }


def unpacked(kept: Mapping[str, Any], vocabulary: Vocabulary) -> Memory:
    """The memory that was packed."""
    return Memory(
        vocabulary,
        {tuple(tag): Known(*known) for tag, *known in kept["tags"]},
        {tuple(few): tuple(many) for few, many in kept["twins"]},
        tuple(tuple(map(tuple, tags)) for tags in kept["posts"]),
        {stem: tuple(map(tuple, places)) for stem, places in kept["index"].items()},
        kept["common"],
    )


def known_tags(
    spellings: Mapping[Key, Counter[Form]], stems: Sequence[Sequence[str]], tagged: tuple[tuple[Key, ...], ...]
) -> dict[Key, Known]:
    """What the posts say of each tag: `stems` are the posts' texts, `tagged` their tags."""
    found: Counter[Key] = Counter()
    kept: Counter[Key] = Counter()
    for each, tags in zip(stems, tagged, strict=True):
        there = mentioned(each, spellings)
        found.update(there)
        kept.update(there & set(tags))
    uses = Counter(tag for tags in tagged for tag in tags)
    return {
        tag: Known(by_language(forms), uses[tag], found[tag], kept[tag]) for tag, forms in sorted(spellings.items())
    }


def twins_of(pairs: Iterable[Pair], tags: Mapping[Key, Known]) -> dict[Key, Key]:
    """The less used form of each pair whose two forms are tags -> the other; of two used alike the long one stays."""
    twins = {}
    for pair in pairs:
        short, long = tags.get(pair.short), tags.get(pair.long)
        if short and long and pair.short != pair.long:
            few, many = (pair.short, pair.long) if short.uses <= long.uses else (pair.long, pair.short)
            twins[few] = many
    return twins


def known_twins(lang: str, tags: Mapping[Key, Known]) -> dict[Key, Key]:
    """The forms of a name that everybody knows, where several are tags -> the one used most.

    Of forms used alike the one that the language's list files them under stays.
    """
    forms: dict[Key, list[Key]] = {}
    for form, name in twins(lang).items():
        forms.setdefault(name, [name]).append(form)
    found = {}
    for used in ([form for form in group if form in tags] for group in forms.values()):
        most = max(used, key=lambda form: tags[form].uses, default=())
        found.update({form: most for form in used if form != most})
    return found


def by_language(forms: Counter[Form]) -> dict[str, str]:
    """The majority's spelling in each language; what another language spells with the same letters counts, too."""
    words = {tag: plain_key(tag) for _, tag in forms}
    found = {}
    for lang in sorted({lang for lang, _ in forms}):
        own = {words[tag] for other, tag in forms if other == lang}
        counts: Counter[str] = Counter()
        for (_, tag), count in forms.items():
            counts[tag] += count if words[tag] in own else 0
        found[lang] = majority(counts)
    return found


def majority(forms: Counter[str]) -> str:
    """The spelling used most; of two used alike the first in the alphabet."""
    return min(forms, key=lambda form: (-forms[form], form))


def mentioned(stems: Sequence[str], tags: Mapping[Key, object]) -> set[Key]:
    """The tags whose words stand in a text."""
    there, firsts = set(), {tag[0] for tag in tags}
    for at, stem in enumerate(stems):
        for length in range(1, LONGEST + 1) if stem in firsts else ():
            run = tuple(stems[at : at + length])
            if len(run) < length or not run[-1]:
                break
            if run in tags:
                there.add(run)
    return there


def index_of(stems: Sequence[Sequence[str]], common: Mapping[str, int]) -> dict[str, tuple[tuple[int, float], ...]]:
    """Word -> the posts it tells of, with its weight in each."""
    index: dict[str, list[tuple[int, float]]] = {}
    for number, each in enumerate(stems):
        for stem, weight in vector(each, common, len(stems)).items():
            index.setdefault(stem, []).append((number, weight))
    return {stem: tuple(places) for stem, places in sorted(index.items())}


def vector(stems: Sequence[str], common: Mapping[str, int], posts: int) -> dict[str, float]:
    """A text's most telling words with weights of length one: log count times rarity among the site's posts."""
    counts = Counter(stem for stem in stems if len(stem) >= SHORTEST)
    weights = {
        stem: (1 + math.log(n)) * math.log((posts + 1) / (common.get(stem, 0) + 0.5)) for stem, n in counts.items()
    }
    best = sorted(weights, key=lambda stem: (-round(weights[stem], 6), stem))[:TERMS]
    length = math.sqrt(sum(weights[stem] ** 2 for stem in best)) or 1.0
    return {stem: round(weights[stem] / length, 6) for stem in best}


def votes(stems: Sequence[str], memory: Memory) -> dict[Key, float]:
    """Tags of the most similar posts: for each, the share of the neighbours' likeness that speaks for it."""
    likeness: dict[int, float] = {}
    for stem, weight in vector(stems, memory.common, len(memory.posts)).items():
        for number, other in memory.index.get(stem, ()):
            likeness[number] = likeness.get(number, 0.0) + weight * other
    nearest = sorted(likeness, key=lambda number: (-round(likeness[number], 6), number))[:NEIGHBOURS]
    total = sum(likeness[number] for number in nearest) or 1.0
    share: dict[Key, float] = {}
    for number in nearest:
        for tag in memory.posts[number]:
            share[tag] = share.get(tag, 0.0) + likeness[number] / total
    return {tag: round(value, 6) for tag, value in share.items()}
