"""A site that changes, post by post: grouping it with what was remembered gives what grouping it anew gives."""

import datetime
import os
import random
from dataclasses import replace
from unittest import mock

import pytest

from copydesk.grouping import group, memo, stories
from copydesk.grouping.features import Glossary, Vocabulary
from copydesk.model import Post, Topic

PLACES = ("Aldmouth", "Brill", "Corvo", "Delft", "Elmet", "Forli")
THINGS = ("ferry", "harbour", "rate", "strike", "orchard", "tunnel", "budget", "flood", "museum", "election", "bridge")
DEEDS = ("opened", "burned", "rose", "fell", "closed", "was sold", "was flooded", "was voted down", "came late")
TOPICS = (Topic("boats", "Boats", ("ferry", "harbour")), Topic("votes", "Votes", ("election",)))


def sentence(dice):
    return f"The {dice.choice(THINGS)} of {dice.choice(PLACES)} {dice.choice(DEEDS)} after {dice.randint(2, 9)} days. "


def article(number, dice):
    body = "".join(sentence(dice) for _ in range(dice.randint(1, 6)))
    date = datetime.date(2026, 3, 1) + datetime.timedelta(days=dice.randint(0, 12))
    return Post(f"{number:03}.md", f"{dice.randint(0, 99):02}-{number}", sentence(dice), date, "en", body)


def arrival(posts, number, dice):
    """A new post, or a reprint of one."""
    if posts and dice.random() < 0.3:
        first = dice.choice(posts)
        later = first.date + datetime.timedelta(days=dice.randint(0, 2))
        return replace(first, path=f"{number:03}.md", slug=f"r-{number}", date=later, body=first.body + sentence(dice))
    return article(number, dice)


def next_day(posts, number, dice):
    """What an editor does to a site: adds, mostly; changes, dates anew, deletes, declares topics."""
    deed = dice.random()
    one = dice.choice(posts)
    rest = [post for post in posts if post is not one]
    if deed < 0.6:
        return [*posts, *(arrival(posts, 10 * number + more, dice) for more in range(dice.randint(1, 2)))]
    if deed < 0.75:
        return [*rest, replace(one, body=one.body + sentence(dice))]
    if deed < 0.85:
        return [*rest, replace(one, date=one.date + datetime.timedelta(days=dice.randint(-4, 4)))]
    return rest if deed < 0.95 else posts


@pytest.fixture
def tight():
    """Limits so low that few posts do what otherwise takes thousands."""
    with (
        mock.patch("copydesk.grouping.shelf.HANDFUL", 2),  # first of all, as it takes what `related` says
        mock.patch.multiple("copydesk.grouping.recalling", HANDFUL=2, COMPANY=2, YOUNG=12),
        mock.patch.multiple("copydesk.grouping.recalling", SMALL=17, MANY=0.9, LITTLE=0.1, AGAIN=0.3),
        mock.patch.multiple("copydesk.grouping.related", LOOKED_AT=4, HANDFUL=2, COMPANY=2),
        mock.patch("copydesk.grouping.copies.COMMON", 3),
        mock.patch.multiple("copydesk.grouping.stories", BATCH=5, FEW=2, YOUNG=12),
        mock.patch("copydesk.grouping.sparse.LONGEST", 5),
    ):
        yield


@pytest.mark.usefixtures("tight")
@pytest.mark.parametrize("seed", [0, 1, 2, 3, 147])
def test_what_is_remembered_changes_nothing(tmp_path, seed):
    dice = random.Random(seed)
    posts = [article(number, dice) for number in range(30)]
    published = {}
    for number in range(4, 22):
        posts = next_day(posts, number, dice)
        dice.shuffle(posts)
        topics = TOPICS[: 1 + number // 12]
        anew = group(posts, topics, published)
        assert group(posts, topics, published, tmp_path / "memo") == anew
        if dice.random() < 0.5:
            published = {row.post: row.story for row in anew}


def test_what_is_remembered_is_not_worked_out_again(tmp_path):
    dice = random.Random(1)
    posts = [article(number, dice) for number in range(20)]
    first = group(posts, TOPICS, store=tmp_path / "memo")
    told = (tmp_path / "memo").read_bytes()
    with mock.patch("copydesk.grouping.features.Vocabulary.features", side_effect=AssertionError):
        assert group(posts, TOPICS, store=tmp_path / "memo") == first
    assert (tmp_path / "memo").read_bytes() == told


def test_few_new_posts_are_not_written_down_and_one_that_is_gone_is_forgotten_at_once(tmp_path):
    dice = random.Random(5)
    posts, store = [article(number, dice) for number in range(20)], tmp_path / "memo"
    secret = replace(posts[7], body="They met Quintus Zebedee. In the harbour Quintus Zebedee stayed.")
    posts[7] = secret
    group(posts, store=store)
    told = store.read_bytes()
    assert b"Quintus Zebedee" in told
    last = replace(posts[0], path="new.md", slug="new", date=datetime.date(2027, 1, 1))
    with mock.patch.multiple("copydesk.grouping.recalling", LITTLE=0.1, AGAIN=0.1):
        assert group([*posts, last], store=store) == group([*posts, last])
        assert store.read_bytes() == told
        posts.remove(secret)
        assert group([*posts, last], store=store) == group([*posts, last])
    assert b"Quintus Zebedee" not in store.read_bytes()


def test_one_more_on_a_day_is_weighed_and_joined_alone_where_it_is_like_nobody(tmp_path):
    dice = random.Random(6)
    dated = [replace(article(number, dice), date=datetime.date(2026, 3, 1 + number // 10)) for number in range(30)]
    other = replace(dated[0], path="o.md", slug="o", title="Owls", date=dated[-1].date, body="Snowy owls nest. " * 9)
    twin = replace(dated[-1], path="t.md", slug="t")
    with mock.patch("copydesk.grouping.recalling.YOUNG", 5), mock.patch("copydesk.grouping.stories.YOUNG", 5):
        group(dated, store=tmp_path / "memo")
        for late, joined in ((other, range(1, 2)), (twin, range(2, 12))):
            posts = [*dated, late]
            anew = group(posts)
            with (
                mock.patch("copydesk.grouping.recalling.LITTLE", 0.1),
                mock.patch("copydesk.grouping.recalling.AGAIN", 0.5),
                mock.patch("copydesk.grouping.stories.weighed", wraps=stories.weighed) as weighing,
                mock.patch("copydesk.grouping.stories.Linking", wraps=stories.Linking) as linking,
            ):
                assert group(posts, store=tmp_path / "memo") == anew
            assert weighing.call_count == linking.call_count == 1
            assert len(linking.call_args.args[0]) in joined


def test_a_story_that_is_published_no_more_is_forgotten(tmp_path):
    dice = random.Random(7)
    posts = [article(number, dice) for number in range(20)]
    alone = group(posts)
    published = {row.post: alone[0].story for row in alone[:5]}
    assert group(posts, published=published, store=tmp_path / "memo") != alone
    assert group(posts, store=tmp_path / "memo") == alone


@pytest.mark.parametrize("harm", [b"", b"\x93NUMPY", None])
def test_a_memo_that_is_torn_or_of_another_version_is_forgotten(tmp_path, harm):
    dice = random.Random(2)
    posts, store = [article(number, dice) for number in range(6)], tmp_path / "deep" / "memo"
    first = group(posts, TOPICS, store=store)
    if harm is None:
        with mock.patch("copydesk.grouping.memo.code", return_value=b"another"):
            assert memo.load(store) is None
    store.write_bytes(store.read_bytes()[:500] if harm is None else harm)
    assert memo.load(store) is None
    assert group(posts, TOPICS, store=store) == first
    assert memo.load(store) is not None


def test_a_cache_that_cannot_be_written_is_done_without(tmp_path):
    (tmp_path / "file").write_text("no folder")
    posts = [article(number, random.Random(3)) for number in range(3)]
    assert group(posts, store=tmp_path / "file" / "memo") == group(posts)


def test_no_posts_are_remembered_too(tmp_path):
    assert group([], store=tmp_path / "memo") == group([], store=tmp_path / "memo") == ()
    posts = [article(number, random.Random(4)) for number in range(3)]
    assert group(posts, store=tmp_path / "memo") == group(posts)
    assert group([], store=tmp_path / "memo") == ()


def test_terms_are_told_apart_where_their_hashes_are_the_same():
    terms = ["quay", "ferry", "", "quays", "gru\u0308n"]
    with mock.patch("copydesk.grouping.features.zlib.crc32", return_value=7):
        glossary = Glossary.of(terms)
        assert [glossary.find(term) for term in terms] == [0, 1, 2, 3, 4]
        assert glossary.find("qua") is glossary.find("uays") is None
    assert glossary.terms() == terms
    vocabulary = Vocabulary(Glossary.of(terms))
    assert [vocabulary.number(term) for term in ("harbour", "ferry", "lock", "harbour")] == [5, 1, 6, 5]
    assert vocabulary.terms() == [*terms, "harbour", "lock"]


def test_other_code_is_told_by_its_bytes_and_the_same_by_nothing_else(tmp_path):
    keys = []
    for number, text in enumerate(("LEAST = 5", "LEAST = 2", "LEAST = 5")):
        (tmp_path / str(number)).mkdir()
        file = tmp_path / str(number) / "related.py"
        file.write_text(text)
        os.utime(file, (number // 2, number // 2))
        keys.append(memo.fingerprint([tmp_path / str(number)]))
    assert keys[0] == keys[2] != keys[1]
