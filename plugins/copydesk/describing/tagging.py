"""Article and Memory in, tags out: the three to eight an editor would have given, best first."""

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from functools import cache

from copydesk.describing import frequency
from copydesk.describing.acronyms import pairs
from copydesk.describing.candidates import Candidate, candidates
from copydesk.describing.features import Printed, features, printed
from copydesk.describing.folding import folded
from copydesk.describing.memory import Memory, mentioned
from copydesk.describing.naming import banned, filing, in_house_style, renamed, spelt
from copydesk.describing.ranking import Model, chance, model
from copydesk.describing.site import passed_over, site_features, stems_of, teaches
from copydesk.describing.spans import NOUNS_WITH_CAPITALS, listed
from copydesk.describing.spelling import Key, key
from copydesk.describing.text import Text, read
from copydesk.language import lexicon
from copydesk.model import Article

FEWEST, MOST = 3, 8
USUAL, LIKELY = 4, 0.125  # a fourth tag is given where at least one editor in eight would
ENOUGH = 3  # times a part of a longer tag must stand by itself to be a tag too
BARE, SURELY = ("en",), 8  # of 9
NOUN = 6  # of 9: a word of the list that stands this often where only a noun can needs no other proof
ADJECTIVES_BEHIND = ("fr", "es", "it", "pt")
SEVERAL = 2  # places: a name that stands once is as likely followed by its verb
ACTING = ("ing", "ed")  # endings of English verbs that an object may follow
FULL = 2  # words of a full name
MUCH = 12  # places: no article cites a source that often
FILED = 2200  # thousandths of a logit: what the page itself is filed under is its tag nine times in ten
BEGUN, ENDING = 4, 2  # letters by which a word is told from others; of its ending
UNCLEAR = ("unclear",)  # no place proves where it begins and ends


@dataclass(frozen=True)
class Choice:
    """What could be a tag: the article's candidate or a tag of the site, its places, and the features true of it."""

    candidate: Candidate | None
    first: int
    places: int
    features: tuple[str, ...]


def tags(article: Article, memory: Memory, summary: str = "", points: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The article's tags, best first; fewer than three only where the text names fewer things.

    What its summary and key points name is likelier one; its outlet and who wrote it are none.
    Where people gave tags, those: in a side-car, else in front matter or as a feed's categories.
    """
    given = article.seed.told.tags or article.seed.found.tags[:MOST]
    if given:
        return in_house_style(given, memory, article.lang)
    text, known = read(article), model("site" if teaches(memory) else "plain")
    never, signed = banned(memory, text.lang), key(article.byline, text.lang)
    never |= {key(article.source, text.lang)} - memory.tags.keys()
    found = {
        tag: choice
        for tag, choice in choices(text, memory, printed(summary, points, text.lang)).items()
        if tag not in never and not writes(tag, signed, memory) and tells(tag, choice, memory, text.lang)
    }
    for half in halves(found, text.lang):
        del found[half]
    scores = {tag: known.logit(choice.features) for tag, choice in found.items()}
    for people in [tag for tag in found if outranked(tag, found, scores, text.lang)]:
        del found[people]
    own = {tag: word for tag, word in filed_under(article.keywords, text).items() if tag not in never}
    found = {tag: choice for tag, choice in found.items() if tag in own or stands_beside(choice, [*own.values()])}
    usual = len(chosen(found, scores, known)) if own else 0
    found |= {tag: Choice(None, text.length, 0, ()) for tag in own.keys() - found.keys()}
    scores |= {tag: FILED + max(0, scores.get(tag, 0)) for tag in own}
    picked = told_once(chosen(found, scores, known, usual), found)
    spellings = [written(tag, found[tag], own.get(tag, ""), memory, text.lang) for tag in picked]
    return tuple(renamed(spellings, memory, text.lang))


def writes(tag: Key, signed: Key, memory: Memory) -> bool:
    """Whether a tag is the full name of who wrote the article: the story is not about them, unless the site says so."""
    return len(tag) >= FULL and tag not in memory.tags and contains(signed, tag)


def stands_beside(choice: Choice, own: list[str]) -> bool:
    """Whether a choice may stand beside the page's own tags: it is no form of one, and beside three or more a name."""
    if choice.candidate is None or not own:
        return True
    named = len(own) < FEWEST or choice.candidate.kind not in ("noun", "phrase")
    return named and not any(has([*choice.candidate.lows], word) for word in own if len(choice.candidate.lows) == 1)


def written(tag: Key, choice: Choice, own: str, memory: Memory, lang: str) -> str:
    """A tag as the site spells it, else as the page itself does, else as the article."""
    return (own and memory.spelling(tag, lang)) or own or spelt(tag, choice.candidate, memory, lang)


def filed_under(keywords: tuple[str, ...], text: Text) -> dict[Key, str]:
    """The tags that the page itself prints and the text says, as the page spells them: others may be a menu's."""
    printed = {tag: word for word in keywords if (tag := key(word, text.lang)) and tag not in vague(text.lang)}
    if not printed:
        return {}
    there = mentioned(stems_of(text), printed)
    words = sorted({low for segment in text.segments for low in segment.words.lows})
    return {tag: word for tag, word in printed.items() if tag in there or all(has(words, low) for low in word.split())}


def has(words: list[str], word: str) -> bool:
    """Whether a text, whose words these are in order, has some form of a word: they begin alike (Telč, v Telči)."""
    low = word.casefold()
    begun = low[: max(BEGUN, len(low) - ENDING)]
    at = bisect_left(words, begun)
    return at < len(words) and words[at].startswith(begun)


def choices(text: Text, memory: Memory, told: Printed) -> dict[Key, Choice]:
    """The article's own candidates and the site's tags that may fit it, with all that speaks for them."""
    found = folded(candidates(text), pairs(text), text.lang, memory.tags)
    of_site = site_features(text, memory)
    own = features(found, text, told)
    named = {}
    for tag, candidate in found.items():
        more = of_site.get(tag) or passed_over(tag, memory)
        sure = () if any(place.clear for place in candidate.places) else UNCLEAR
        named[tag] = Choice(candidate, candidate.places[0].at, len(candidate.places), own[tag] + more + sure)
    for tag, more in of_site.items():
        if tag not in named:
            named[tag] = Choice(None, text.length, 0, more)
    return named


def tells(tag: Key, choice: Choice, memory: Memory, lang: str) -> bool:
    """Whether a choice says enough: effect, a verb, a unit or who was told do not; the tags of the site do."""
    if tag in memory.tags or choice.candidate is None:
        return True
    if tag in outlets(lang) and cited(choice.candidate):
        return False
    if acting(choice.candidate, lang) or measures(choice.candidate):
        return False
    if choice.candidate.kind != "noun":
        return tag not in vague(lang) or lang not in NOUNS_WITH_CAPITALS
    return tag not in vague(lang) and nominal(choice.candidate, lang)


def acting(phrase: Candidate, lang: str) -> bool:
    """Whether an English phrase begins with a verb's form and stands but once in the story.

    It says what is done (assaulting detainees); a thing that is called so (rolling blackout) is named again.
    """
    begun = lang in BARE and phrase.kind == "phrase" and phrase.lows[0].endswith(ACTING)
    return begun and sum(place.kind != "title" for place in phrase.places) < SEVERAL


def measures(noun: Candidate) -> bool:
    """Whether a small word mostly stands behind a number: what is counted in it is the subject (euros, tonnes)."""
    return noun.kind == "noun" and 2 * sum(place.counted for place in noun.places) > len(noun.places)


def outranked(tag: Key, found: dict[Key, Choice], scores: dict[Key, int], lang: str) -> bool:
    """Whether a small word for a people, which goes by its land's name, stands behind that land itself."""
    candidate = found[tag].candidate
    if candidate is None or candidate.kind != "noun":
        return False
    land = key(filing(tag, candidate, lang), lang)
    return land != tag and scores.get(land, scores[tag]) > scores[tag]


def halves(found: dict[Key, Choice], lang: str) -> set[Key]:
    """The names that stand nowhere without the adjective behind them (Union: Union européenne)."""
    if lang not in ADJECTIVES_BEHIND:
        return set()
    wholes = [choice.candidate for choice in found.values() if choice.candidate and choice.candidate.kind == "mixed"]
    return {
        whole.key[:1]
        for whole in wholes
        if (part := found.get(whole.key[:1])) and part.candidate and inside(part.candidate, whole)
    }


def inside(part: Candidate, whole: Candidate) -> bool:
    """Whether a name stands several times, and each time within a longer one."""
    within = {place.at for place in whole.places}
    return len(part.places) >= SEVERAL and all(place.at in within for place in part.places)


def nominal(candidate: Candidate, lang: str) -> bool:
    """Whether a small word is a noun, in a language with articles: it once stands as one, or the list knows it for one.

    (La muestra; not muestra, which shows, nor "was acquitté", nor "crise financière".) English nouns often stand
    without an article: what the list does not know for one must be said twice (not fizzles). Before a French infinitive
    prepositions stand as before nouns, so that the list takes it for one (à voter).
    """
    low = candidate.lows[0]
    known = frequency.of(lang).noun(low)
    if lang in BARE:
        return known >= SURELY or len(candidate.places) >= SEVERAL
    sure = known >= NOUN and not low.endswith(lexicon("infinitives", lang))
    return not listed("determining", lang) or sure or any(place.introduced for place in candidate.places)


@cache
def vague(lang: str) -> frozenset[Key]:
    """The words that say too little to be a tag by themselves."""
    return frozenset(key(word, lang) for word in listed("vague", lang))


def cited(outlet: Candidate) -> bool:
    """Whether an article only says that a paper or station was told something: it is not about it."""
    places = outlet.places
    return outlet.kind != "noun" and len(places) < MUCH and all(place.kind != "title" for place in places)


@cache
def outlets(lang: str) -> frozenset[Key]:
    """The papers, stations and agencies that articles cite."""
    return frozenset(key(name, lang) for name in listed("outlets", lang))


def chosen(found: dict[Key, Choice], scores: dict[Key, int], known: Model, least: int = 0) -> list[Key]:
    """The best choices that do not repeat one another, as many as promise the best F1, and as many as are usual."""
    picked: list[Key] = []
    for tag in sorted(found, key=lambda tag: (-scores[tag], found[tag].first, tag)):
        if len(picked) == MOST:
            break
        if all(distinct(found, tag, other) for other in picked):
            picked.append(tag)
    return picked[: max(least, cut([chance(scores[tag]) for tag in picked], known.wanted / 10))]


def told_once(picked: list[Key], found: dict[Key, Choice]) -> list[Key]:
    """The choices without a small word that several longer ones tell already, if enough are left.

    (Plague beside bubonic plague and pneumonic plague.)
    """
    words = Counter(word for tag in picked if len(tag) > 1 for word in {*tag})
    small = {tag for tag in picked if (one := found[tag].candidate) and one.kind == "noun" and len(tag) == 1}
    left = [tag for tag in picked if tag not in small or words[tag[0]] < SEVERAL]
    return left if len(left) >= FEWEST else picked


def cut(chances: list[float], wanted: float) -> int:
    """How many of the best choices promise the highest F1, given how many tags an editor gives."""
    hits, best, length = 0.0, 0.0, 0
    for count, probability in enumerate(chances, 1):
        hits += probability
        promised = round(2 * hits / (count + wanted), 6)
        if promised > best or count <= FEWEST or (count == USUAL and probability >= LIKELY):
            best, length = promised, count
    return length


def distinct(found: dict[Key, Choice], tag: Key, other: Key) -> bool:
    """Whether two choices are two things: neither is part of the other, or the part stands by itself often."""
    part, whole = (tag, other) if len(tag) < len(other) else (other, tag)
    if not contains(whole, part):
        return True
    return found[part].places - found[whole].places >= ENOUGH


def contains(whole: Key, part: Key) -> bool:
    """Whether the words of one key stand in a row in another."""
    return any(whole[at : at + len(part)] == part for at in range(len(whole) - len(part) + 1))
