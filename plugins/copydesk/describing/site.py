"""Text and Memory in, for each tag the site knows the features that speak for it out."""

from bisect import bisect_right

from copydesk.describing.lessons import stemmed_words
from copydesk.describing.memory import Memory, mentioned, votes
from copydesk.describing.spelling import Key
from copydesk.describing.text import Text

FEW = 10  # tagged posts: fewer teach nothing
PRIORS = (0.02, 0.05, 0.1, 0.2, 0.3, 0.45, 0.6, 0.8)
VOTES = (0.02, 0.06, 0.11, 0.16, 0.22, 0.3, 0.45, 0.7)
USES = (2, 3, 5, 10, 30)
DOUBT = 2  # posts: how many without the tag each tag is charged with, so that one use proves little


def site_features(text: Text, memory: Memory) -> dict[Key, tuple[str, ...]]:
    """The features of every tag of the site whose words the text has, or that the most similar posts have."""
    if not teaches(memory):
        return {}
    stems = stems_of(text)
    there, shares = mentioned(stems, memory.tags), votes(stems, memory)
    return {tag: features(tag, tag in there, shares.get(tag, 0.0), memory) for tag in sorted(there | set(shares))}


def stems_of(text: Text) -> list[str]:
    """The stems of a text's words, in order; "" between its segments."""
    return [stem for segment in text.segments for stem in ["", *stemmed_words(segment.words, text.lang)]]


def teaches(memory: Memory) -> bool:
    """Whether the site has tagged enough to learn from."""
    return len(memory.posts) >= FEW


def passed_over(tag: Key, memory: Memory) -> tuple[str, ...]:
    """How many of the site's posts have the words of a thing that none of them has for a tag.

    Editors take a tag off every post that gets it, or would not think of it: either way each such post is a vote.
    """
    if not teaches(memory):
        return ()
    return (f"site:passed:{bisect_right(USES, min(memory.common.get(stem, 0) for stem in tag))}",)


def features(tag: Key, there: bool, share: float, memory: Memory) -> tuple[str, ...]:
    """How often editors used the tag where its words stood, how the neighbours vote, how often it is used at all."""
    known = memory.tags[tag]
    where = "text" if there else "none"
    prior = bisect_right(PRIORS, known.kept / (known.found + DOUBT))
    return (
        f"site:{where}:prior:{prior}",
        f"site:{where}:votes:{bisect_right(VOTES, share)}",
        f"site:{where}:uses:{bisect_right(USES, known.uses)}",
    )
