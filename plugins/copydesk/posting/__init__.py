"""Story in, Markdown out, and back: people's edits stay."""

from copydesk.posting.claiming import Orphans, claim, file_of, follow, hashes, known, overwritten, renamed
from copydesk.posting.composing import UPDATE, compose, named, seed_name
from copydesk.posting.daybook import Past, note, noted, recall
from copydesk.posting.deciding import DATED, Action, Standing, decide, differs, displaced, wanted
from copydesk.posting.filing import filed
from copydesk.posting.lock import held, hold
from copydesk.posting.made import rules, short
from copydesk.posting.markdown import body
from copydesk.posting.merging import Merge, base_of, difference, kept, merge, seen, sift, versions
from copydesk.posting.parsing import date_from, parse_post, read_post, read_text
from copydesk.posting.review import left_over, review
from copydesk.posting.shelf import INCOMING, Shelf, load, penned
from copydesk.posting.slugs import slug, spelt
from copydesk.posting.unmerged import unmerged
from copydesk.posting.vouching import vouch
from copydesk.writing import UNWRITABLE, sweep, write

__all__ = [
    "DATED",
    "INCOMING",
    "UNWRITABLE",
    "UPDATE",
    "Action",
    "Merge",
    "Orphans",
    "Past",
    "Shelf",
    "Standing",
    "base_of",
    "body",
    "claim",
    "compose",
    "date_from",
    "decide",
    "difference",
    "differs",
    "displaced",
    "file_of",
    "filed",
    "follow",
    "hashes",
    "held",
    "hold",
    "kept",
    "known",
    "left_over",
    "load",
    "merge",
    "named",
    "note",
    "noted",
    "overwritten",
    "parse_post",
    "penned",
    "read_post",
    "read_text",
    "recall",
    "renamed",
    "review",
    "rules",
    "seed_name",
    "seen",
    "short",
    "sift",
    "slug",
    "spelt",
    "sweep",
    "unmerged",
    "versions",
    "vouch",
    "wanted",
    "write",
]
