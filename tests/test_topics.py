"""Topic files in, topics and problems out; articles in, their topics out; a small site with topic pages."""

import logging
from pathlib import Path
from unittest import mock

import numpy as np
import pytest
from jinja2 import Environment, FileSystemLoader
from pelican import Pelican
from pelican.settings import read_settings

from copydesk.grouping import discover, doubtful, group, pin, site, topics_of, write_topics
from copydesk.grouping.discovering import FEWEST, Proposal
from copydesk.grouping.latent import places
from copydesk.grouping.learning import SURE, commonness, examples
from copydesk.grouping.sparse import Row, Sheaf
from copydesk.grouping.terms import root
from copydesk.grouping.topics import check, load
from copydesk.model import CopydeskError, Post, Topic
from copydesk.posting import parse_post
from tests.shared import shared

EV = Topic("ev-strategy", "EV strategy", ("electric vehicle", "EV", "plug-in hybrid", "battery electric"))
TREES = Topic("orchards", "Orchards", ("apple", "pear harvest"), ("iPhone",), frozenset({"pinned"}), frozenset({"no"}))
BOTH = (EV, TREES)

ROOT = Path(__file__).parent.parent


def write(folder, **files):
    for name, text in files.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    return folder


def test_a_topic_is_read(tmp_path):
    text = "Title: Rail &amp; road\nWords: railway, night\n    train\nWithout: model railway\nArticles: a-b\nNot: c\n"
    text += "\nWhy *it* counts."
    (topic,), problems = load(write(tmp_path, rail=text))
    assert problems == ()
    assert (topic.slug, topic.title, topic.intro) == ("rail", "Rail & road", "Why *it* counts.")
    assert (topic.words, topic.without) == (("railway", "night", "train"), ("model railway",))
    assert (topic.pinned, topic.barred) == ({"a-b"}, {"c"})


def test_a_missing_folder_has_no_topics(tmp_path):
    assert load(tmp_path / "none") == ((), ())


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("Words: ship\n\nHi", 1, "needs a title"),
        ("Title: Ships\n\nHi", 1, "has no words"),
        ("Title: Ships\nStatus: x\nWords: ,\n", 3, "has no words"),
        ("Words: ship\nTitles: Ships\n", 2, "Did you mean Title by “titles”?"),
        ("Title: Ships\nSlug: x\n\nWords: ship\n", 1, "has no words"),
        ("Title: Ships\nSlug: x\nWrods: ship\n", 3, "Did you mean Words by “wrods”?"),
        ("", 1, "needs a title"),
        ("Title: Ships\nWords: ship\nSlug: a\n", 3, "has the address of a.md"),
    ],
)
def test_a_bad_topic_is_named_and_the_good_one_stays(tmp_path, text, line, says):
    found = load(write(tmp_path, a="Title: A\nWords: first\n", b=text))
    (problem,) = found.problems
    assert [topic.slug for topic in found.topics] == ["a"]
    assert problem.path.endswith("b.md")
    assert (problem.line, bool(problem.hint)) == (line, True)
    assert says in str(problem)


@pytest.mark.parametrize("name", ["trams.txt", "trams.MD", "trams.markdown", "trams.toml"])
def test_a_topic_whose_name_says_nothing_of_one_is_named(tmp_path, name):
    (tmp_path / name).write_text("Title: Trams\nWords: tram\n")
    for other in (".declined", "map.svg", "notes"):
        (tmp_path / other).write_text("")
    found = load(write(tmp_path, a="Title: A\nWords: first\n"))
    assert [topic.slug for topic in found.topics] == ["a"]
    (problem,) = found.problems
    assert str(problem).endswith(
        f"{name}: is no topic, as its name does not end in .md. Call it trams.md, or put it elsewhere."
    )


def test_a_topic_that_is_no_text_is_named(tmp_path):
    (tmp_path / "x.md").write_bytes(b"Title: \xff\xfe\nWords: a")
    assert "UTF-8" in str(load(tmp_path).problems[0])


def test_a_slug_stays_in_the_folder(tmp_path):
    assert load(write(tmp_path, a="Title: A\nWords: b\nSlug: ../../x\n")).topics[0].slug == "x"


FILLER = "The council met on Tuesday and spoke at length about the budget for the coming year. " * 4


@pytest.mark.parametrize(
    ("title", "text", "topics"),
    [
        ("Maker bets on EVs", "The firm will build an electric vehicle in Leeds.", ["ev-strategy"]),
        (
            "Maker changes course",
            "Electric vehicles come first.\n\n## The EV plan\n\nMore EVs by May.",
            ["ev-strategy"],
        ),
        ("Maker changes course", "It sells cars. An electric vehicle stood outside.", []),
        ("Maker changes course", f"{FILLER}\n\nOne EV was seen.\n\n{FILLER}\n\nAn EV again.", []),
        ("Maker bets on EVs", FILLER, []),
        ("Maker bets on EVs", "", ["ev-strategy"]),
        ("Revenge of the ev sound", "The choir sang an ev and another ev.", []),
        ("A week of plug-in hybrids", "Plug-in hybrids sell; each plug-in hybrid costs more.", ["ev-strategy"]),
        ("Apples are late", "Frost hit the apple trees.", ["orchards"]),
        ("Apple shows a phone", "The apple sign lit up as the iPhone came out.", []),
        ("PEAR HARVEST ENDS", "A pear harvest ended. Apples follow.", ["orchards"]),
    ],
)
def test_words_must_agree(title, text, topics):
    assert list(topics_of(title, text, "en", BOTH)) == topics


def test_an_acronym_is_learned_where_it_is_spelled_out():
    rail = Topic("rail", "Rail", ("high speed rail",))
    text = "The High Speed Rail (HSR) line opens.\n\nHSR fares are low, and HSR trains are new."
    assert topics_of("A line opens", text, "en", (rail,)) == ("rail",)
    assert topics_of("A line opens", text.replace("(HSR)", "HSR"), "en", (rail,)) == ()


@pytest.mark.parametrize(
    ("lang", "word", "title", "text"),
    [
        ("de", "Elektrofahrzeug", "Mehr Elektrofahrzeuge", "Das Elektrofahrzeug kommt."),
        ("fr", "voiture électrique", "Des voitures électriques", "La voiture électrique arrive."),
        ("ja", "電気自動車", "電気自動車の新工場", "電気自動車を作る工場が開く。"),
        ("ar", "انتخابات", "الانتخابات تبدأ غدا", "قال العمدة إن نتائج الانتخابات ستعلن يوم الأحد."),
        ("ar", "الانتخابات", "انتخابات مبكرة في المدينة", "دعا العمدة إلى انتخابات مبكرة."),
        ("de", "Förderung", "Mehr Förderungen", "Das Land zahlt die Förderung."),
    ],
)
def test_words_match_in_their_language(lang, word, title, text):
    assert topics_of(title, text, lang, (Topic("x", "X", (word,)),)) == ("x",)


@pytest.mark.parametrize(
    ("word", "title", "text"),
    [
        ("Küche", "Kuchen für alle", "Der Kuchen schmeckt, der Kuchen bleibt."),
        ("Förderung", "Neue Forderungen", "Die Forderung der Stadt bleibt eine Forderung."),
        ("Burg", "Mehr Bürger", "Die Bürger reden mit Bürgern."),
    ],
)
def test_german_words_are_told_apart_by_their_umlaut(word, title, text):
    assert topics_of(title, text, "de", (Topic("x", "X", (word,)),)) == ()


def test_a_short_arabic_word_keeps_what_looks_like_an_article():
    assert [root(word, "ar") for word in ("الميناء", "بالميناء", "الو")] == ["ميناء", "ميناء", "الو"]


def test_people_win():
    assert topics_of("Apples", "apple apple apple", "en", BOTH, pinned=("EV strategy",)) == ("ev-strategy",)
    assert topics_of("Nothing", "", "en", BOTH, slug="pinned") == ("orchards",)
    assert topics_of("Apples are late", "Frost hit the apple trees.", "en", BOTH, slug="no") == ()


def test_the_clients_article_is_in_ev_strategy():
    lines = [line for line in shared("client-seed.txt").read_text(encoding="utf-8").splitlines() if line.strip()]
    assert topics_of(lines[2], "\n\n".join(lines[3:14]), "en", BOTH) == ("ev-strategy",)


def post(slug, *topics):
    return Post(f"articles/{slug}.md", slug, slug.title(), None, "en", "", topics=topics)


def test_check_names_lost_pins_unknown_topics_and_topics_too_wide():
    posts = [post(f"p{n}") for n in range(30)] + [post("pinned", "Nowhere")]
    said = [str(problem) for problem in check(BOTH, posts, {p.path: ("ev-strategy",) for p in posts}, Path("none"))]
    assert [("post no," in s, "Nowhere" in s, "takes 31 of 31" in s) for s in said] == [
        (True, False, False), (False, True, False), (False, False, True),
    ]  # fmt: skip


def test_check_names_the_line(tmp_path):
    write(tmp_path, a="Title: A\nStatus: x\nArticles: one\nNot: gone\nWords: a\n")
    write(tmp_path, b="Title: B\nWords: b\nSlug: a\n", one="Title: One\nDate: 2026-11-01\nTopics: Nowhere\n\nText.")
    found = load(tmp_path)
    stray = Post("one.md", "one", "One", None, "en", "Text.", topics=("Nowhere",))
    posts = [stray, *(post(f"p{n}") for n in range(30))]
    problems = check(found.topics, posts, {p.path: ("a",) for p in posts}, tmp_path)
    assert [(Path(p.path).name, p.line) for p in (found.problems[0], *problems)] == [
        ("b.md", 3), ("a.md", 4), ("one.md", 3), ("a.md", 5),
    ]  # fmt: skip
    (known,) = check(found.topics, posts[1:], {}, tmp_path, [stray, post("gone")])
    assert str(known) == str(problems[1])


def test_check_names_two_topics_of_one_title(tmp_path):
    for name in ("water", "rivers"):
        (tmp_path / f"{name}.md").write_text(f"Slug: {name}\nTitle: Water\nWords: river\n")
    (fault,) = check(load(tmp_path).topics, [], {}, tmp_path)
    assert (Path(fault.path).name, fault.line) == ("water.md", 2)
    assert "has the title of rivers.md" in str(fault)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("Withuot: toy boat", "“withuot” is no key of a topic. Did you mean Without? Known are Title, "),
        ("Article: a", "Did you mean Articles"),
        ("Colour: blue", "“colour” is no key of a topic. Known are Title, "),
        ("Note: this is text.", "Text begins below a blank line."),
        ("WITHOUT: toy boat", ""),
    ],
)
def test_check_names_a_key_that_says_nothing_and_the_nearest_one(tmp_path, line, says):
    (topic,), problems = load(write(tmp_path, boats=f"Title: Boats\nWords: boat\n{line}\n\nWihtout: is text.\n"))
    assert problems == ()
    found = check([topic], [], {}, tmp_path)
    assert [(Path(one.path).name, one.line) for one in found] == ([("boats.md", 3)] if says else [])
    assert says in "".join(map(str, found))


TEMPLATES = {
    "topics": "{% for t in topics %}{{ t.title }}|{{ t.url }}|{{ t.articles|length }}\n{% endfor %}",
    "topic": "{{ topic.title }}|{{ topic.intro }}|{% for a in articles_page.object_list %}{{ a.slug }} {% endfor %}"
    "|{{ articles_paginator.num_pages }}|{{ page_name }}|{{ dates|length }}",
    "article": "{{ article.slug }}:{% for t in article.topics %}{{ t.slug }} {% endfor %}",
}
OTHERS = ("index", "tag", "tags", "category", "categories", "author", "authors", "archives", "page", "base")


@pytest.fixture
def build(tmp_path):
    """Build a site of three articles and three topics; returns its output folder."""
    theme, content = tmp_path / "theme", tmp_path / "content"
    for folder in (theme / "templates", theme / "static", content / "articles", content / "topics"):
        folder.mkdir(parents=True)
    for name in (*TEMPLATES, *OTHERS):
        (theme / "templates" / f"{name}.html").write_text(TEMPLATES.get(name, ""), encoding="utf-8")
    write(
        content / "topics", **{"ev-strategy": "Title: EV <strategy>\nWords: EV\n\nIn *brief*.", "bad": "Title: Bad\n"}
    )
    write(content / "topics", ships="Title: Ships\nWords: ship\nStatus: draft\n")
    for day in (1, 2, 3):
        text = f"Title: EV number {day}\nDate: 2026-11-0{day}\nSlug: a{day}\n\nAn EV comes."
        write(content / "articles", **{f"a{day}": text})
    write(content / "articles", other="Title: A walk\nDate: 2026-11-04\nSlug: walk\nTopics: Ships\n\nA ship.")
    conf = tmp_path / "pelicanconf.py"
    conf.write_text(f"PATH = {str(content)!r}\nTHEME = {str(theme)!r}\nOUTPUT_PATH = {str(tmp_path / 'output')!r}\n")
    return lambda **more: run(conf, more, tmp_path / "output")


def run(conf, more, output):
    settings = read_settings(str(conf), override={"TIMEZONE": "UTC", "PLUGINS": [], **more})
    press = Pelican(settings)
    press._get_generator_classes = with_ours(press._get_generator_classes)
    press.run()
    return output


def with_ours(classes):
    return lambda: [*classes()[:-1], *site.generators(), classes()[-1]]


def test_a_site_gets_topic_pages_and_feeds(build, caplog):
    pattern = [(1, "{url}", "{save_as}"), (2, "{base_name}/page/{number}/", "{base_name}/page/{number}/index.html")]
    with caplog.at_level(logging.WARNING):
        out = build(DEFAULT_PAGINATION=2, PAGINATION_PATTERNS=[rule(*parts) for parts in pattern])
    assert (out / "topics/index.html").read_text() == "EV &lt;strategy&gt;|topics/ev-strategy/|3\n"
    page = (out / "topics/ev-strategy/index.html").read_text()
    assert page == "EV &lt;strategy&gt;|<p>In <em>brief</em>.</p>|a3 a2 |2|topics/ev-strategy/index|3"
    assert "|a1 |" in (out / "topics/ev-strategy/page/2/index.html").read_text()
    assert (out / "topics/ev-strategy/feed.atom.xml").read_text().count("<entry>") == 3
    assert (out / "a1.html").read_text() == "a1:ev-strategy "
    assert (out / "walk.html").read_text() == "walk:"
    assert "has no words" in caplog.text


def rule(*parts):
    from pelican.paginator import PaginationRule

    return PaginationRule(*parts)


@pytest.mark.parametrize("line", ["Rail, EV strategy", "Rail; EV strategy", "Rail,\n    EV strategy"])
def test_a_build_reads_pinned_topics_as_the_desk_does(build, tmp_path, line):
    write(tmp_path / "content" / "topics", rail="Title: Rail\nWords: railway\n")
    text = f"Title: A tale\nDate: 2026-11-04\nSlug: tale\nTopics: {line}\n\nNothing."
    write(tmp_path / "content" / "articles", tale=text)
    assert (build() / "tale.html").read_text() == "tale:ev-strategy rail "
    assert parse_post(text, "tale.md").topics == ("Rail", "EV strategy")


def test_a_site_without_topics_and_templates_still_builds(build, tmp_path, caplog):
    for path in (tmp_path / "content" / "topics").iterdir():
        path.unlink()
    (tmp_path / "content" / "topics").rmdir()
    (tmp_path / "theme" / "templates" / "topics.html").unlink()
    out = build()
    assert (out / "a1.html").read_text() == "a1:"
    assert "no topics.html" not in caplog.text


def test_topics_without_templates_are_missed_aloud(build, tmp_path, caplog):
    (tmp_path / "theme" / "templates" / "topics.html").unlink()
    build()
    assert "no topics.html" in caplog.text


RAIL = "The night train to {0} returns in spring. Coaches were bought, and the night train leaves {0} at ten."
BOAT = "The harbour of {0} gets a new crane. Ships that carry grain will unload at {0} in half the time."
TOWNS = ("Arden", "Brill", "Corvo", "Delft", "Elmet", "Forli", "Gorze", "Hythe")


def lessons():
    trains = [Post(f"t{n}.md", f"t{n}", f"Night train to {t}", None, "en", RAIL.format(t)) for n, t in enumerate(TOWNS)]
    boats = [Post(f"b{n}.md", f"b{n}", f"Crane for {t}", None, "en", BOAT.format(t)) for n, t in enumerate(TOWNS)]
    return trains, boats


def test_examples_both_ways_teach_a_topic_what_its_words_do_not_say():
    trains, boats = lessons()
    names = [frozenset(post.slug for post in posts[:6]) for posts in (trains, boats)]
    topic = Topic("night-trains", "Night trains", ("couchette",), pinned=names[0], barred=names[1])
    rows = {row.post: row.topics for row in group([*trains, *boats], (topic,))}
    assert [rows[post.path] for post in trains] == [("night-trains",)] * len(TOWNS)
    assert [rows[post.path] for post in boats] == [()] * len(TOWNS)
    few = Topic("night-trains", "Night trains", ("couchette",), pinned=frozenset({"t0"}), barred=frozenset({"b0"}))
    assert {row.post for row in group([*trains, *boats], (few,)) if row.topics} == {"t0.md"}


def test_texts_on_one_subject_lie_near_each_other_though_they_share_no_word():
    """The first and the third row share no term; the second has some of both."""
    rows = [Row(np.array(terms), np.full(2, 0.5**0.5)) for terms in ([0, 1], [1, 2], [2, 3], [4, 5])]
    near = places(Sheaf.of([*rows, *[rows[3]] * 8]))
    with mock.patch("copydesk.grouping.latent.AXES", 2):
        flat = places(Sheaf.of([*rows, *[rows[3]] * 8]))
    assert near[0] @ near[2] == pytest.approx(0, abs=1e-9)
    assert flat[0] @ flat[2] > 0.9
    assert abs(flat[0] @ flat[3]) < 1e-6


@pytest.mark.parametrize(("members", "of"), [(2, 100), (20, 100), (60, 100)])
def test_how_common_a_topic_is_shows_in_the_posts(members, of):
    odds = np.array([6.0] * members + [-6.0] * (of - members))
    assert commonness(odds, 0.5) == pytest.approx(members / of, abs=0.01)


def test_the_fewer_examples_against_the_surer_a_post_must_be():
    alone, among = (examples(range(5), range(5, 10), range(10, 10 + more)) for more in (0, 300))
    assert alone.sure > among.sure == SURE
    assert len(among.numbers) == 310
    assert among.share < alone.share == 0.5


def test_a_subject_that_nobody_named_is_proposed_by_a_phrase_people_write():
    trains, boats = lessons()
    (night,) = [one for one in discover([*trains, *boats], ()) if "train" in one.title.casefold()]
    assert (night.title, night.slug) == ("Night train", "night-train")
    assert discover([*trains, *boats], (Topic("r", "R", ("night train",)),)) == []
    assert discover(trains[:3], ()) == []


def test_a_name_is_written_as_the_articles_write_it():
    text = "The cease-fire in {0} held. A cease-fire/truce and one more cease-fire were asked for."
    posts = [Post(f"{n}.md", str(n), f"Cease-fire in {to}", None, "en", text.format(to)) for n, to in enumerate(TOWNS)]
    assert [(one.title, one.slug) for one in discover(posts, ())] == [("Cease-fire", "cease-fire")]


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Mill sells {0} mln tonnes", "The mill of {1} sold {0} mln tonnes. It had sold {0} mln tonnes before."),
        ("Last year in {1}", "Last year was dry in {1}. The last year that was so dry had {0} fires."),
        ("The Blue Harbour of {1}", "The Blue Harbour opens in {1}. A Blue Harbour for {0} boats was built."),
        ("What {1} built", "A joint venture builds {1} anew. The joint venture has {0} partners."),
    ],
    ids=["a measure", "a span of time", "a proper name", "in no headline"],
)
def test_what_is_no_subject_is_not_proposed(title, body):
    texts = [(title.format(n + 12, town), body.format(n + 12, town)) for n, town in enumerate(TOWNS)]
    assert discover([Post(f"{n}.md", str(n), *text[:1], None, "en", text[1]) for n, text in enumerate(texts)], ()) == []


def test_what_only_says_of_which_kind_something_is_names_no_topic():
    kinds = ("profit", "loss", "margin", "income", "charge", "reserve", "benefit", "surplus")
    posts = [
        Post(f"{n}.md", str(n), f"Pre-tax {kind} of {to}", None, "en", f"The pre-tax {kind} of {to} was told.")
        for n, (kind, to) in enumerate(zip(kinds, TOWNS, strict=False))
    ]
    assert len(posts) >= FEWEST
    assert discover(posts, ()) == []


def test_a_build_proposes_a_clear_new_topic_once(build, tmp_path, caplog):
    topics = tmp_path / "content" / "topics"
    for number, town in enumerate(TOWNS):
        text = f"Title: Night train to {town}\nDate: 2026-11-05\nSlug: t{number}\n\n{RAIL.format(town)}"
        write(tmp_path / "content" / "articles", **{f"t{number}": text})
    build()
    assert not (topics / ".proposed").exists()
    out = build(COPYDESK_DISCOVER=True)
    assert (topics / "night-train.md").read_text() == "Title: Night train\nWords: night train\nStatus: proposed\n\n"
    assert f"{len(TOWNS)} articles suggest" in caplog.text
    assert (out / "t1.html").read_text() == "t1:night-train "
    (topics / "night-train.md").unlink()
    out = build(COPYDESK_DISCOVER=True)
    assert (out / "t1.html").read_text() == "t1:"
    assert not (topics / "night-train.md").exists()
    assert (topics / ".declined").read_text() == "night-train\n"


def test_a_build_says_what_is_wrong_with_topics_beside_the_posts(build, tmp_path, caplog):
    write(tmp_path / "content" / "topics", boats="Title: Boats\nWords: boat\nArticles: nobody\n")
    write(tmp_path / "content" / "articles", a="Title: A\nDate: 2026-11-05\nTopics: rail\n\nText.\n")
    build()
    assert (
        "content/topics/boats.md:3: The topic “Boats” names the post nobody, which is not there" in caplog.messages[0]
    )
    assert "content/articles/a.md:3: The post names the topic “rail”, which is not there" in caplog.text
    assert str(tmp_path) not in "".join(one for one in caplog.messages if "not there" in one)


def test_proposals_are_written_once_and_a_deleted_one_never_comes_back(tmp_path):
    offer = [Proposal("Night <train>", ("night train",), ("t0",))]
    (made,) = write_topics(offer, tmp_path)
    (topic,) = load(tmp_path).topics
    assert (topic.title, topic.status, topic.slug) == ("Night <train>", "proposed", "night-train")
    assert write_topics(offer, tmp_path) == []
    made.unlink()
    assert write_topics(offer, tmp_path) == []
    assert (tmp_path / ".declined").read_text() == "night-train\n"
    (tmp_path / ".declined").write_bytes(b"\xff\n")
    with pytest.raises(CopydeskError, match=r"\.declined: cannot be read .* Save it as UTF-8"):
        write_topics(offer, tmp_path)


@pytest.mark.parametrize(
    ("status", "address", "marked"),
    [("proposed", "", True), ("proposed", "https://example.org", False), ("", "", False)],
)
def test_the_theme_marks_a_proposed_topic_for_the_editor_not_for_readers(status, address, marked):
    theme = Environment(loader=FileSystemLoader(ROOT / "themes" / "broadsheet" / "templates"), autoescape=True)
    page = theme.from_string('{% import "parts.html" as parts with context %}{{ parts.proposed(topic) }}')
    told = page.render(topic=Topic("rail", "Rail", ("rail",), status=status), SITEURL=address)
    assert ("Status: proposed" in told and ">proposed<" in told) == marked
    assert marked or not told.strip()


def test_a_pin_changes_one_line_of_a_topic_file(tmp_path):
    write(tmp_path, a="Title: A\nWords: b\nNot: x\n\nIntro.\n")
    for slug, belongs in (("p", True), ("q", False), ("r", True)):
        pin(load(tmp_path).topics[0], slug, belongs=belongs)
    assert (tmp_path / "a.md").read_text() == "Title: A\nWords: b\nNot: x, q\nArticles: p, r\n\nIntro.\n"
    (tmp_path / "a.md").write_bytes(b"Title: A\r\nWords: b\r\nNot: x\r\n\r\nIntro.\r\n")
    pin(load(tmp_path).topics[0], "q", belongs=False)
    assert (tmp_path / "a.md").read_bytes() == b"Title: A\r\nWords: b\r\nNot: x, q\r\n\r\nIntro.\r\n"


def test_an_editor_is_asked_about_what_may_belong_only():
    near = Post(
        "n.md",
        "n",
        "A plant opens",
        None,
        "en",
        f"It will make cars. {FILLER}\n\nAn EV stood outside, then an EV left.",
    )
    posts = [
        near,
        Post("e.md", "e", "EVs sell", None, "en", "An EV is sold."),
        Post("o.md", "o", "Rain", None, "en", "Rain."),
    ]
    assert doubtful(posts, (EV,)) == [(EV, near)]
