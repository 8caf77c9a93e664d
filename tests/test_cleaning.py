"""A page in, its lines labelled, kept and dropped."""

from dataclasses import replace
from pathlib import Path

import pytest

from copydesk.cleaning import clean, gather, heads, shared_lines, threads
from copydesk.cleaning.boxes import is_box
from copydesk.cleaning.facts import is_ago, is_signed_day, names_writer
from copydesk.cleaning.marks import furniture
from copydesk.cleaning.others import other_stories
from copydesk.cleaning.phrases import KINDS, phrases
from copydesk.cleaning.pointing import points_elsewhere
from copydesk.cleaning.prose import is_no_title
from copydesk.cleaning.reasons import NAMES, labeller
from copydesk.cleaning.rules import RULES
from copydesk.cleaning.sheet import sheet
from copydesk.cleaning.sources import sources
from copydesk.model import Facts, Label, Line, Seed
from copydesk.reading import read
from tests.shared import shared

ROOT = Path(__file__).resolve().parent.parent


def seed(text, **about):
    lines = tuple(Line(number, line) for number, line in enumerate(text.split("\n"), 1))
    return Seed(about.pop("path", "seeds/page.txt"), "", "text", lines, **about)


PARAGRAPHS = (
    "The ferry company will stop its night service in March, because too few people want to cross at two in the "
    "morning, its director said on Tuesday.",
    "She told the harbour board that the last boat carried eleven passengers a night on average this winter, and that "
    "the crew outnumbered them more than once.",
    "The board has asked for a bus over the bridge instead. The county will decide in February whether it can pay for "
    "one, and who would drive it.",
    "Fishermen who sleep on the islands during the week are against the plan, since their boats are too small to cross "
    "in a storm, and they have no beds on the mainland.",
)
PAGE = "\n\n".join(
    (
        "Skip to content",
        "Home\nNews\nSport\nWeather",
        "Island ferry gives up its night crossing",
        "By Dora Whitlock",
        "12 January 2026",
        "Share on Facebook",
        *PARAGRAPHS,
        "You may also like",
        "A new harbour master who has never seen the sea is already well liked by...",
        "Privacy policy",
    )
)


def kept(page):
    return [line.text for line in page.kept if line.label in (Label.PARAGRAPH, Label.STANDFIRST)]


def reasons(page):
    return {line.text: line.dropped_by for line in page.dropped}


def test_a_page_keeps_its_paragraphs_and_nothing_else():
    page = clean(seed(PAGE))
    assert kept(page) == list(PARAGRAPHS)
    assert [line.text for line in page.lines if line.label is Label.HEADLINE] == [
        "Island ferry gives up its night crossing"
    ]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Skip to content", "menu"),
        ("News", "menu"),
        ("By Dora Whitlock", "by-line"),
        ("Share on Facebook", "share bar"),
        ("You may also like", "related stories"),
        ("Privacy policy", "legal notice"),
        (
            "A new harbour master who has never seen the sea is already well liked by...",
            "teaser: cut off, after the last body line",
        ),
    ],
)
def test_a_dropped_line_names_its_reason(text, rule):
    assert reasons(clean(seed(PAGE)))[text] == rule


@pytest.mark.parametrize(
    ("text", "offers"),
    [
        ("Net income of $0.31 per diluted share", False),
        ("Adjusted earnings of 31 cents a share", False),
        ("Basic earnings per share", False),
        ("Shares of Nordhavn fell 4% to €12.10", False),
        ("Shares rose 3 per cent", False),
        ("Nordhavn to buy back 2 million shares", False),
        ("Share this article", True),
        ("1.2K shares", True),
        ("Share", True),
    ],
)
def test_a_share_of_a_company_is_no_offer_to_share_the_page(text, offers):
    assert bool(furniture(text, "en")[KINDS.index("share")]) is offers


def test_what_a_release_says_of_its_shares_stays():
    told = ("Net income of $0.31 per diluted share", "Adjusted earnings of $0.37 per share")
    page = clean(seed(PAGE.replace(PARAGRAPHS[2], "\n".join((PARAGRAPHS[2], *told)))))
    assert set(told) <= {line.text for line in page.kept}


@pytest.mark.parametrize(
    "above",
    ["Harbour / News / Island ferry gives up its night crossing", "NewsIsland ferry gives up its night crossing"],
)
def test_the_way_to_a_page_is_no_headline(above):
    head = "Island ferry gives up its night crossing"
    page = clean(seed(PAGE.replace(head, f"{above}\n\n{head}")))
    assert [line.text for line in page.lines if line.label is Label.HEADLINE] == [head]


@pytest.mark.parametrize(
    "above", ["Image credit: Dora Whitlock", "Winter sale! Offer ends on Sunday", "Updated 12 January 2026"]
)
def test_what_stands_beside_a_headline_is_none(above):
    head = "Island ferry gives up its night crossing"
    page = clean(seed(PAGE.replace(head, f"{head}\n\n{above}")))
    assert [line.text for line in page.lines if line.label is Label.HEADLINE] == [head]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "This post may contain affiliate links. Please read our disclosure policy."),
        ("en", "Harbour Notes is a reader-supported publication."),
        ("de", "Dieser Beitrag enthält Affiliate-Links."),
        ("fr", "Cet article contient des liens affiliés."),
        ("es", "Nuestro diario se financia con las cuotas de 90.000 socios, y así podemos escribir. " * 5),
        ("en", "Open this photo in gallery:"),
        ("en", "Sign up for our weekly newsletter and get the best stories delivered straight to your inbox."),
        ("en", "Want more ferries? Sign up for Harbour Weekly's free newsletter to get every timetable and more."),
        ("de", "Noch mehr Fähren? Melden Sie sich für den kostenlosen Hafenbrief-Newsletter an."),
        ("fr", "Inscrivez-vous à « La Marée », notre infolettre du matin."),
        ("es", "Suscríbete a La Marea, nuestro boletín de los lunes."),
        ("en", "The Ledger's island correspondent Ada Orr contributed to this story."),
        ("en", "No votes so far! Be the first to rate this post."),
        ("en", "This field is for validation purposes and should be left unchanged."),
        ("en", "Follow us on Facebook, Instagram and X for the latest updates."),
        ("en", "If you’re enjoying this article, consider supporting our work by subscribing."),
        ("de", "Klicken Sie bitte auf die Sterne, um zu bewerten!"),
        ("de", "Melden Sie sich für unseren Newsletter an und verpassen Sie keine Nachricht mehr."),
        ("fr", "Ce contenu est bloqué car vous n’avez pas accepté les cookies."),
        ("es", "Únete a nuestro canal de WhatsApp"),
        ("it", "Iscriviti alla nostra newsletter per ricevere le notizie ogni mattina."),
        ("pt", "Siga nosso canal no WhatsApp"),
        ("pt", "Baixe o app do Diário para ver notícias de graça"),
        ("en", "The book is published by Halfmoon (£16.99). To order a copy for £14.99, visit our shop."),
        ("en", "To plant trees in memory, please visit the Sympathy Store."),
        ("en", "Get our mobile app for weather and breaking news alerts."),
        ("en", "Sign up for Your Places. All the latest news for any part of the world. Get it sent to your inbox."),
        ("nl", "Tip de redactie"),
        ("pl", "Dalsza część artykułu pod materiałem wideo"),
        ("ru", "Нашли ошибку? Выделите фрагмент текста и нажмите Ctrl+Enter."),
        ("tr", "WhatsApp kanalımıza katılın"),
        ("sv", "Följ oss på Facebook"),
        ("fr", "À lire aussi Le port sera dragué au printemps"),
        ("el", "ΔΙΑΒΑΣΤΕ ΕΠΙΣΗΣ: Το λιμάνι θα βαθύνει την άνοιξη"),
    ],
)
def test_a_box_that_speaks_of_links_that_earn_goes_wherever_it_stands(lang, text):
    lines = tuple(Line(at, row) for at, row in enumerate((PARAGRAPHS[0], text, *PARAGRAPHS[1:]), 1))
    page = clean(Seed("seeds/page.txt", "", "text", lines, lang=lang))
    assert [line.text for line in page.dropped] == [text]


def labelled(text, lang="en"):
    lines = tuple(Line(at, row) for at, row in enumerate(text.split("\n"), 1))
    return clean(Seed("seeds/page.txt", "", "text", lines, lang=lang))


ENTRIES = ("Wraybury: nine million", "Datchley: seven million", "Old Stain: six million")


@pytest.mark.parametrize("colon", [".", ":"])
def test_what_a_colon_announces_is_a_list_without_bullets(colon):
    opened = f"The towns that will pay for the night boat are{colon}"
    page = labelled("\n\n".join((*PARAGRAPHS, opened, "\n".join(ENTRIES), "Share this page", "Cookies", "Sign in")))
    assert [line.text for line in page.kept if line.label is Label.ITEM] == list(ENTRIES) * (colon == ":")


def test_code_that_a_colon_announces_is_no_list():
    page = labelled(
        "\n\n".join(
            (PARAGRAPHS[0], "The timetable is made by two lines:\nfor boat in boats():\nprint(boat)", *PARAGRAPHS)
        )
    )
    assert not [line for line in page.kept if line.label is Label.ITEM]


@pytest.mark.parametrize("cell", ["\t", " | ", "\t| "])
def test_the_rows_of_a_table_stay_together_and_are_rows(cell):
    rows = [cell.join(row) for row in (("Boat", "Crew", "Fare"), ("Petrel", "4", "12.50"), ("Tern", "3", "9.00"))]
    page = labelled("\n\n".join((*PARAGRAPHS, "\n".join(rows), "Share this page", "Cookies", "Sign in")))
    assert [line.text for line in page.kept if line.label is Label.ROW] == rows


def test_a_writers_name_between_headline_and_day_is_no_headline():
    head = "„Las nie jest parkiem”. Rozmowa z leśniczką"
    told = (
        "Z Joanną Rybak, leśniczką z Puszczy Knieńskiej, o kornikach, ciszy i turystach rozmawia Marta Sowa.",
        "Marta Sowa: Co się zmieniło w lesie przez dwadzieścia lat?",
        "Joanna Rybak: Przede wszystkim woda. Kiedyś na wiosnę nie dało się przejść suchą nogą.",
        "Marta Sowa: A ludzie?",
        "Joanna Rybak: Ludzi jest więcej i chodzą tam, gdzie pokaże telefon. Las nie jest parkiem.",
    )
    above = f"Przejdź do treści\nKultura\nWywiad\nZaloguj się\n{head}\nMarta Sowa\n20 września 2026, 07:00\nUdostępnij"
    page = labelled("\n\n".join((above, *told, "Zobacz również\nKornik wrócił do puszczy\nKomentarze (12)")), "pl")
    assert [line.text for line in page.lines if line.label is Label.HEADLINE] == [head]


def test_the_first_paragraph_below_a_pictures_maker_stays_where_it_takes_up_the_headline():
    head = "В Нижнеозёрске открыли первый за 20 лет трамвайный маршрут"
    first = "В Нижнеозёрске в четверг открыли трамвайный маршрут № 5. Он связал вокзал с микрорайоном Заречье."
    told = "На линии работают восемь новых вагонов, ещё четыре поступят осенью, сказал на церемонии мэр города."
    above = f"Войти\nОбщество\n{head}\n14 мая 2026, 11:02\nФото: Пётр Зимин\n{first}"
    assert first in kept(labelled("\n\n".join((above, told, "Материалы по теме")), "ru"))


def test_a_weekday_beside_a_day_tells_no_more_than_the_day():
    head = "El Gobierno destinará 18 millones a 42 escuelas rurales"
    page = labelled("\n".join((head, "Viernes, 6 de marzo de 2026", "", "\n\n".join(PARAGRAPHS))), "es")
    assert reasons(page)["Viernes, 6 de marzo de 2026"] == "date line"


def test_the_chapters_of_a_film_stay_together_and_are_a_list():
    chapters = ["0:00 The storm", "3:15 – The door", "17:40 What the coast guard says", "1:02:11 Credits"]
    page = labelled("\n\n".join((PARAGRAPHS[0], "Chapters", "\n".join(chapters), *PARAGRAPHS[1:], "Share this page")))
    assert [line.text for line in page.kept if line.label is Label.ITEM] == chapters


def headings(text, lang="en"):
    return [line.text for line in labelled(text, lang).kept if line.label is Label.HEADING]


STEPS = ("Krok 1: Oczyść drewno", "Krok 2: Szlifowanie", "Krok 3: Malowanie")
PAINTED = (
    "Usuń mech i pajęczyny, umyj deski letnią wodą z odrobiną sody. Zostaw wszystko do wyschnięcia na dzień.",
    "Szlifuj wzdłuż włókien. Nie musisz dojść do gołego drewna; chodzi o to, żeby stara warstwa była matowa.",
    "Zacznij od góry i idź w dół. Dwie cienkie warstwy są lepsze niż jedna gruba. Odczekaj między nimi cztery godziny.",
)


@pytest.mark.parametrize("above", ["", "14.05 CET"])
def test_headings_show_themselves_by_where_several_stand(above):
    first = "Szopa malowana co pięć lat wytrzyma trzydzieści. Jeśli raz opuścisz malowanie, drewno zacznie gnić u dołu."
    told = ("\n".join(filter(None, (above, *pair))) for pair in zip(STEPS, PAINTED, strict=True))
    page = "\n\n".join(
        ("Blog\nKontakt", "Jak pomalować szopę w jeden weekend", "2 maja 2026", first, *told, "Udostępnij")
    )
    assert headings(page, "pl") == list(STEPS)


TRAM = {  # a story in scripts without capitals, whose second half goes below a heading
    "hi": (
        "नगर परिषद ने शुक्रवार रात उस ट्राम लाइन को फिर से बनाने का फैसला किया जिसे 1966 में हटा दिया गया था।",
        "इस योजना के पक्ष में 31 और विरोध में 18 मत पड़े। इस पर 41 करोड़ क्रोन खर्च होंगे, जिसमें आधा हिस्सा क्षेत्र देगा।",
        "विपक्ष ने कहा कि अलग लेन पर चलने वाली बसें एक तिहाई खर्च में उतने ही लोगों को ले जाएंगी।",
    ),
    "ko": (
        "시의회는 금요일 밤 1966년에 철거된 노면전차를 다시 건설하기로 했다.",
        "찬성 31표, 반대 18표였다. 비용은 4억 1000만 크로네이며 절반은 지역 정부가 부담한다.",
        "야당은 전용 차로를 달리는 버스가 3분의 1의 비용으로 같은 수의 승객을 나를 수 있다고 주장했다.",
    ),
}


@pytest.mark.parametrize(
    ("lang", "line", "heads"),
    [
        ("hi", "लागत पर बहस", True),
        ("hi", "राकेश वर्मा", False),
        ("hi", "15 नवंबर 2026", False),
        ("ko", "새 다리 곧 열려", False),
    ],
)
def test_a_few_words_in_letters_without_case_are_a_heading_between_paragraphs(lang, line, heads):
    first, second, third = TRAM[lang]
    assert headings("\n\n".join((first, second, line, third)), lang) == ([line] if heads else [])


@pytest.mark.parametrize(
    "rows",
    [
        ("The transport minister Mira Solheim said:",),
        ("Ida Holm: What happened?", "Maja Lind: I stayed.", "Ida Holm: For how long?", "Ida Holm: And then?"),
        ("Fare: 12.50", "Fare: 9.00", "Fare: 14.00"),
    ],
)
def test_what_says_who_speaks_or_names_one_of_several_values_is_no_heading(rows):
    told = "\n\n".join(f"{row}\n\n{text}" for row, text in zip(rows, PARAGRAPHS[1:] * 2, strict=False))
    assert not set(headings(f"{PARAGRAPHS[0]}\n\n{told}\n\nShare this page\n\nCookies")) & set(rows)


def test_a_menu_in_a_row_is_no_table():
    menu = "News | Sport | Weather\nAbout | Contact | Jobs"
    page = labelled("\n\n".join((menu, *PARAGRAPHS)))
    assert [line.text for line in page.kept] == list(PARAGRAPHS)


ANSWERS = (
    ("ferryfan says:", "12 January 2026 at 8:14 pm", PARAGRAPHS[2]),
    (
        "lone walker says:",
        "12 January 2026 at 9:40 pm",
        "I crossed at two every night for a year, and I miss it already.",
    ),
    ("islander says:", "13 January 2026 at 7:02 am", PARAGRAPHS[3]),
)


def test_readers_answers_are_none_of_the_article():
    thread = [line for answer in ANSWERS for line in answer]
    page = clean(seed("\n\n".join(["Island ferry gives up its night crossing", *PARAGRAPHS[:2], *thread])))
    assert kept(page) == list(PARAGRAPHS[:2])
    assert "comments" in reasons(page).values()


def test_a_timetable_within_the_article_takes_nothing_after_it():
    times = [line for _, time, _ in ANSWERS for line in (time, "A boat left with nobody on board.")]
    more = [
        f"On day {day} the ferry crossed, and {text[0].lower()}{text[1:]}" for day in range(5) for text in PARAGRAPHS
    ]
    page = clean(seed("\n\n".join(["Island ferry gives up its night crossing", *PARAGRAPHS, *times, *more])))
    assert set(more) <= set(kept(page))


def test_every_line_with_words_is_labelled_and_has_its_number():
    page = clean(seed(PAGE))
    texts = PAGE.split("\n")
    assert all(line.label for line in page.lines)
    assert [line.text for line in page.lines] == [text for text in texts if text]
    assert all(texts[line.number - 1] == line.text for line in page.lines)


def test_nothing_of_a_prepared_seed_is_dropped():
    lines = (Line(1, "Share this"), Line(3, "One", Label.HEADING, 2), Line(4, ""))
    page = clean(Seed("a.md", "", "markdown", lines, prepared=True))
    assert [(line.text, line.label) for line in page.kept] == [
        ("Share this", Label.PARAGRAPH),
        ("One", Label.HEADING),
    ]


def test_a_sources_own_markup_is_believed():
    rows = [
        ("Menu", Label.FURNITURE),
        ("A bridge", Label.HEADLINE),
        ("3 May 2026", Label.DATE),
        ("It opened on Monday.", Label.PARAGRAPH),
        ("Tolls", Label.HEADING),
        ("A dog crossed first", Label.CAPTION),
    ]
    page = clean(Seed("a.html", "", "html", tuple(Line(0, text, markup) for text, markup in rows)))
    assert [line.label for line in page.lines] == [label for _, label in rows]
    assert reasons(page) == {"Menu": "markup", "3 May 2026": "markup"}


NOTICE = "The Island Post is printed on paper from the island's own trees, which we plant again every year."
ABOUT = (
    {"found": Facts(url="https://www.island-post.example/a")},
    {"found": Facts(source="island-post.example")},
    {},
)


def stories(*rows, many=4, folder="seeds"):
    """Seeds of as many stories, each with these rows below."""
    texts = [f"{PARAGRAPHS[n % len(PARAGRAPHS)]} It was the ferry number {n}. " * (n + 1) for n in range(many)]
    return [seed("\n\n".join((text, *rows)), path=f"{folder}/{n}.txt") for n, text in enumerate(texts)]


def test_what_several_seeds_of_a_source_share_is_furniture():
    seeds = [replace(one, **about) for one, about in zip(stories(NOTICE, many=3), ABOUT, strict=True)]
    furniture = gather(seeds, "seeds")
    for one in seeds:
        assert reasons(clean(one, shared_lines(one, furniture, "seeds")))[NOTICE] == "site furniture"


def test_what_versions_of_one_story_share_is_no_furniture():
    story = "\n\n".join((*PARAGRAPHS[:3], NOTICE))
    twins = [seed(f"{story}\n\nVersion {n}", path=f"seeds/post/{n}.txt") for n in range(5)]
    assert not gather(twins, "seeds")
    assert gather([*twins, *stories(NOTICE)], "seeds")["seeds"] == {NOTICE.lower()}


def test_what_versions_of_one_story_share_is_no_furniture_where_signs_say_more_than_letters():
    told = "この冬、最後の便に乗った人は一晩に平均十一人で、船員のほうが多い夜も一度ならずあったと会社は町に伝えた。"
    story = f"連絡船は三月から夜の便をやめる。\n\n{told}\n\n町は二月に決める。"
    own = "https://ledger.example/news/islands/2026/the-night-ferry-gives-up-its-crossing-version-"
    twins = [seed(f"{story}\n\n{own}{n}", path=f"seeds/post/{n}.txt") for n in range(5)]
    assert not gather(twins, "seeds")


@pytest.mark.parametrize(
    ("path", "folder", "told"),
    [
        ("seeds/a.txt", "seeds", {"seeds"}),
        ("seeds/island-post/2026/a.txt", "seeds", {"seeds", "seeds/island-post", "seeds/island-post/2026"}),
        ("raw/seeds/island-post/a.txt", "raw/seeds", {"raw/seeds", "raw/seeds/island-post"}),
        ("/tmp/clippings/a.txt", "/tmp/clippings", {"/tmp/clippings"}),
        ("a.txt", ".", {"."}),
        ("standard-input.txt", "seeds", set()),
    ],
)
def test_every_folder_of_a_seed_may_be_its_source(path, folder, told):
    assert sources(seed("x", path=path), folder) == told


def test_a_short_line_is_furniture_on_half_of_the_pages_and_a_long_one_on_a_fifth():
    pages = [*stories("Background", NOTICE, "Read this paper", many=4), *stories("Read this paper", many=6)]
    assert gather(pages, "seeds")["seeds"] == {NOTICE.lower(), "read this paper"}


def test_a_heading_that_an_outlet_has_in_every_story_stays():
    told = [f"{PARAGRAPHS[n]}\n\nWhy it matters\n\n{PARAGRAPHS[n - 1]} {PARAGRAPHS[n - 2]}" for n in range(4)]
    seeds = [
        seed(f"Island ferry {n} gives up its crossing\n\n{text}", path=f"seeds/{n}.txt") for n, text in enumerate(told)
    ]
    furniture = shared_lines(seeds[0], gather(seeds, "seeds"), "seeds")
    assert "why it matters" in furniture
    assert "Why it matters" in [line.text for line in clean(seeds[0], furniture).kept]
    page = Seed(
        "seeds/a.html", "", "html", (Line(1, "Why it matters", Label.HEADING), Line(2, "Menu", Label.FURNITURE))
    )
    assert [line.text for line in clean(page, furniture).kept] == ["Why it matters"]


def test_what_an_outlets_stories_say_alike_stays_and_what_it_says_of_itself_goes():
    war = "The war began in February 2022, when troops crossed the border from three sides and shelled it for weeks."
    items = ("Ingredients", "• 2 onions", "• Salt and pepper")
    told = [
        (f"{text} It was ferry number {n}.", f"{text} {text} {n} boats lay there.") for n, text in enumerate(PARAGRAPHS)
    ]
    rows = [("Island ferry gives up its crossing", first, war, *items, second, NOTICE) for first, second in told]
    seeds = [seed("\n\n".join(row), path=f"seeds/{n}.txt") for n, row in enumerate(rows)]
    furniture = shared_lines(seeds[0], gather(seeds, "seeds"), "seeds")
    assert {war.lower(), NOTICE.lower(), "• 2 onions"} <= furniture
    kept = [line.text for line in clean(seeds[0], furniture).kept]
    assert {war, *items[1:]} <= set(kept)
    assert NOTICE not in kept


def test_a_paragraph_that_stands_twice_is_kept_once():
    page = clean(seed(PAGE.replace(PARAGRAPHS[1], f"{PARAGRAPHS[1]}\n\n{PARAGRAPHS[1]}")))
    assert kept(page) == list(PARAGRAPHS)


@pytest.mark.parametrize("text", ["", "\n\n", "* * *\n---"])
def test_a_seed_without_words_gives_a_page_without_lines(text):
    assert clean(seed(text)).lines == ()


@pytest.mark.parametrize("text", ["a" * 100_000, "a " * 200_000, "." * 1_000_000 + "a", "\n".join("ab" * 5000)])
def test_hostile_text_is_read_in_linear_time(text):
    assert len(clean(seed(text)).lines) == sum(any(map(str.isalnum, line)) for line in text.split("\n"))


def test_each_rule_is_asked_once_and_the_labeller_last():
    assert len(set(RULES)) == len(RULES)
    assert RULES[-1] is labeller
    assert len(set(NAMES.values())) == len(NAMES)


def test_the_clients_article_is_all_that_is_kept():
    page = clean(seed(shared("client-seed.txt").read_text(encoding="utf-8")))
    labels = [line.label for line in page.kept]
    assert labels.count(Label.PARAGRAPH) == 10
    assert [line.text for line in page.kept if line.label is Label.HEADING] == ["All-Battery and Plug-in EV Strategy"]
    assert len(labels) == 12
    assert all(line.dropped_by for line in page.dropped)


WRAPPED = """> From: Ida Bell
> Date: Mon, 2 Mar 2026 09:00
> Subject: The pier
>
> The pier at Saltby will be closed for good
>
> By Ida Bell
>
> The pier at Saltby, which has lost a third of its planks since
> the storm in November, will be closed for good, the council
> said on Monday. Nobody has walked to its end for a year, and
> the lamp there has been dark for two.
>
> Anglers are to get a platform on the mole instead. It should
> be ready in May, if the stone that was ordered comes by ship
> and the crane that was promised comes by road.
--
Sent by the harbour news list
To leave the list, write to us
"""


def test_a_forwarded_mail_loses_its_header_and_signature():
    page = clean(seed(WRAPPED))
    rules = reasons(page)
    assert rules["> From: Ida Bell"] == rules["> Subject: The pier"] == "mail header"
    assert rules["Sent by the harbour news list"] == "mail signature"
    assert [line.text for line in page.lines if line.label is Label.HEADLINE] == [
        "> The pier at Saltby will be closed for good"
    ]


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("The old boat at the quay. Photo: Harbour Archive", "picture credit"),
        ("Related: The bridge that nobody asked for", "related stories"),
        ("© 2026 The Island Post", "legal notice"),
        ("By Dora Whitlock", "by-line"),
        ("12 January 2026, 17:40 GMT", "date line"),
        ("ADVERTISEMENT - STORY CONTINUES BELOW", "advert"),
        ("Advertisement", "advert"),
        ("Photographer: Dora Whitlock/Harbour Archive", "picture credit"),
        ("The old boat lies at the quay. Dora Whitlock for the Island Post", "picture credit"),
        ("[Support our reporting from the islands. It takes a minute.]", "advert"),
        ("Reproduction only by permission. Copyright Island Press 2026.", "legal notice"),
        ("Island ferry gives up its night crossing", "headline again"),
    ],
)
def test_lines_inside_the_body_that_are_none_of_it(line, rule):
    page = clean(seed(PAGE.replace(PARAGRAPHS[2], f"{line}\n\n{PARAGRAPHS[2]}")))
    assert reasons(page)[line] == rule
    assert kept(page) == list(PARAGRAPHS)


def test_a_lead_that_boxes_part_from_the_body_is_kept():
    lead = "Nobody crosses at two in the morning. The crew has noticed."
    page = clean(seed(PAGE.replace("By Dora Whitlock", f"{lead}\n\nBy Dora Whitlock")))
    assert kept(page) == [lead, *PARAGRAPHS]


@pytest.mark.parametrize("more", [" (Staff photo by Perry Lund)", "EFE"])
def test_a_caption_that_stands_again_with_its_credit_goes(more):
    caption = "Workers look at the footings of the night quay on Tuesday."
    page = labelled("\n".join((f"{caption}{more}", caption, "", "\n\n".join(PARAGRAPHS), "Share this page")))
    assert kept(page) == list(PARAGRAPHS)


def test_a_caption_under_the_line_that_credits_its_picture_is_dropped():
    caption = "The last boat leaves the quay with eleven passengers on board."
    page = clean(seed(PAGE.replace(PARAGRAPHS[2], f"Photographer: Dora Whitlock\n{caption}\n\n{PARAGRAPHS[2]}")))
    assert reasons(page)[caption] == "picture credit"


@pytest.mark.parametrize(
    "line", ["Updated: 13 January 2026 - Published: 12 January 2026", "Weather", "Last updated 2 hours ago"]
)
def test_a_date_or_a_line_of_the_sites_furniture_is_no_headline(line):
    page = clean(seed(PAGE.replace("Island ferry gives up its night crossing\n", f"{line}\n")), frozenset({"weather"}))
    assert [one.text for one in page.lines if one.label is Label.HEADLINE] != [line]


@pytest.mark.parametrize(
    ("text", "lang", "is_none"),
    [
        ("Updated 2 hours ago", "en", True),
        ("Publié il y a 3 jours", "fr", True),
        ("Updated Kestrel 3 rocket", "en", False),
    ],
)
def test_how_long_ago_a_page_was_updated_is_no_title(text, lang, is_none):
    assert is_no_title(text, lang) == is_none


@pytest.mark.parametrize(
    "line",
    [
        "The ferry to the outer islands will stop running at night from the first of March.",
        "Lower Ferry. The last boat leaves at ten from March on. Nobody was asked whether the islands could spare it.",
    ],
)
def test_a_lead_is_no_headline_where_the_page_has_none(line):
    page = clean(seed("\n\n".join((line, *PARAGRAPHS))))
    assert [one.text for one in page.lines if one.label is Label.HEADLINE] == []
    assert kept(page)[0] == line


def test_a_list_of_the_headings_that_follow_is_dropped():
    first, second, third, fourth = PARAGRAPHS
    headings = ("What the bus would cost", "Where the crews sleep")
    body = (first, *headings, second, headings[0], third, headings[1], fourth)
    page = clean(seed(PAGE.replace("\n\n".join(PARAGRAPHS), "\n\n".join(body))))
    assert [line.text for line in page.kept if line.label is not Label.HEADLINE] == [
        first, second, headings[0], third, headings[1], fourth,
    ]  # fmt: skip


def test_a_numbered_list_of_the_headings_that_follow_goes_with_its_label():
    first, second, third, fourth = PARAGRAPHS
    headings = ("What the bus would cost", "Where the crews sleep")
    entries = ("Contents", f"1\t{headings[0]}", f"2\t{headings[1]}", "3\tReferences")
    page = clean(
        seed("\n\n".join((first, *entries, headings[0], f"{second} {third}", headings[1], fourth, "References")))
    )
    assert {line.text for line in page.dropped if line.dropped_by == "table of contents"} == set(entries)
    assert {first, *headings, fourth} <= {line.text for line in page.kept}


def test_a_list_in_numbers_that_stands_nowhere_again_stays():
    first, *rest = PARAGRAPHS
    items = ("1. Ask the crews", "2. Count the passengers", "3. Sell the boat")
    page = clean(seed("\n\n".join((first, *items, *rest))))
    assert set(items) <= {line.text for line in page.kept}


@pytest.mark.parametrize("sign", ["^", "↑", "3. ^", "^ Jump up to: a b"])
def test_a_source_below_the_article_that_leads_back_to_where_it_is_cited_is_one_by_name(sign):
    source = f"{sign} The Lowmoor Post, 3 May 2026"
    behind = "4. The Lowmoor Post, consulted on 4 May 2026. ↩︎"
    found = reasons(clean(seed(f"{PAGE}\n\n{source}\n\n{behind}")))
    assert (found[source], found[behind]) == ("reference", "reference")


def test_a_source_inside_the_article_stays():
    source = '^ "The last night boat of the sound, and who sailed on it that winter". The Lowmoor Post. 3 May 2026.'
    page = clean(seed("\n\n".join((*PARAGRAPHS[:3], source, PARAGRAPHS[3]))))
    assert source in {line.text for line in page.kept}


def test_the_names_of_two_writers_below_the_headline_are_a_by_line():
    page = clean(seed(PAGE.replace("By Dora Whitlock", "Dora Whitlock and Ben Hale").replace("12 January 2026", "")))
    assert reasons(page)["Dora Whitlock and Ben Hale"]
    assert [line.text for line in page.lines if line.label is Label.BYLINE] == ["Dora Whitlock and Ben Hale"]


def test_a_paragraph_that_the_dump_began_twice_is_kept_once():
    page = clean(seed(PAGE.replace(PARAGRAPHS[1], f"{PARAGRAPHS[1][:60]}\n\n{PARAGRAPHS[1]}")))
    assert kept(page) == list(PARAGRAPHS)


def test_an_item_whose_sentence_goes_on_below_stays():
    item = "Follow the ferries on Facebook; and"
    page = clean(seed(PAGE.replace(PARAGRAPHS[2], f"{item}\n\n{PARAGRAPHS[2]}")))
    assert item in kept(page)


def test_a_letters_last_words_that_ask_to_subscribe_go():
    offer = "Thanks for reading The Valve! Subscribe for free to receive new posts and support my work."
    assert reasons(clean(seed("\n\n".join(("The night boat stops", *PARAGRAPHS, offer)))))[offer] == "advert"


def test_the_notes_below_an_article_stay_together():
    notes = ("[1] Minutes of the harbour board, 4 March 2026.", "[2] Interview with the author.")
    page = clean(seed("\n\n".join((PARAGRAPHS[0].replace(".", ".[1]"), *PARAGRAPHS[1:], *notes))))
    assert [line.text for line in page.kept if line.label is Label.ITEM] == list(notes)


def test_the_items_of_a_list_stay_together():
    items = ("• Crossings a night: two", "• Seats on the night boat: 140", "• Crew: 3")
    page = clean(seed(PAGE.replace(PARAGRAPHS[2], "\n".join((*items, "", PARAGRAPHS[2])))))
    assert [line.text for line in page.kept if line.label is Label.ITEM] == list(items)


@pytest.mark.parametrize(
    ("name", "headline", "opening"),
    [
        (
            "nordufer-zeitung/lieferwagen-plug-in-hybrid-ende.txt",
            "Der Bote fährt elektrisch, der Umweg bleibt",
            "Die Paketfirma Wiesel & Sohn",
        ),
        (
            "statute-and-signal/interview-registrar-amaro.txt",
            '"I would like to be bored by 2030"',
            "Beatrix Amaro keeps Calderra's register",
        ),
    ],
    ids=["below the way to the page", "stands twice"],
)
def test_the_headline_and_the_lead_below_it_are_found(name, headline, opening):
    (made,) = read(ROOT / "seeds" / name, ROOT)
    page = clean(made)
    assert [line.text for line in page.lines if line.label is Label.HEADLINE] == [headline]
    assert kept(page)[0].startswith(opening)


@pytest.mark.parametrize(
    ("line", "goes"),
    [
        ("Published On 22 Dec 2023", True),
        ("Last updated 2 hours ago", True),
        ("By Travis Andersen and Adam Reed Staff,Updated December 22, 2023, 3:31 p.m.", True),
        ("PORT CORRAN, 22 December 2023, 13:24", True),
        ("Leeds, December 22, 2023", True),
        ("The 22 December 2023 gale that broke the pier", False),
    ],
)
def test_a_line_at_the_storys_head_that_says_when_the_page_appeared_goes(line, goes):
    page = clean(seed("\n\n".join(("Island ferry gives up its night crossing", PARAGRAPHS[0], line, *PARAGRAPHS[1:]))))
    assert (line in reasons(page)) is goes


def test_by_lines_and_days_below_key_points_are_none_of_the_body():
    points = ("Key points", "The last boat sails in March", "Islanders can be charged half", "Pupils pay nothing")
    deck = "The levy on boats begins on April 1, and here is what changes for owners and for islanders."
    rows = (deck, *points, "By Sofia Marr", "Published on 30 Jan 2026", "30 Jan 2026", *PARAGRAPHS)
    page = clean(seed("\n\n".join(("What is the new levy, and who has to pay it?", *rows))))
    assert not {"By Sofia Marr", "Published on 30 Jan 2026", "30 Jan 2026"} & {line.text for line in page.kept}


def test_a_by_line_with_the_day_and_more_is_no_paragraph():
    line = "By Cora Lind · Updated Nov 4, 2026 · This post may contain affiliate links"
    assert is_signed_day(line, "en")
    assert is_signed_day("Von dpa 30.04.2024, 18:58", "de")
    assert not is_signed_day("By 6 November 2026 the boats had gone, said Ann Bo.", "en")


@pytest.mark.parametrize(
    ("line", "barred"),
    [("214", True), ("Aangepast vandaag, 15:02", True), ("The 11:40 to Leeds that nobody caught in all of May", False)],
)
def test_a_number_and_the_hour_are_no_headline(line, barred):
    laid = sheet(seed("\n\n".join((line, *PARAGRAPHS))), frozenset())
    assert heads.barred(laid, 0) is barred


OWN = "Too few islanders cross by night, and the harbour board wants a bus for those who do."
UNSTOPPED = "Too few people cross at two in the morning, and the county will decide whether a bus can serve them"


@pytest.mark.parametrize(
    ("below", "found"),
    [
        ((OWN, "By Dora Whitlock", "12 January 2026"), True),
        (("By Dora Whitlock", OWN, "12 January 2026"), False),
        ((OWN, "Image credit: Dora Whitlock"), False),
        (("Too few islanders cross by night", "By Dora Whitlock"), False),
        (("Ten walks along the coast that will make you forget the rain.", "By Dora Whitlock"), False),
        ((OWN,), False),
        ((UNSTOPPED, "By Dora Whitlock"), True),
        (("Ten walks along the coast in winter that will soon make you forget about rain", "By Dora Whitlock"), False),
        (("The ferry stops for good.", "The boat at its quay (Photo: Dora Whitlock)", "By Dora Whitlock"), True),
        (("The ferry stops for good.", "Photo: Dora Whitlock", "12 January 2026"), False),
    ],
    ids=[
        "apart",
        "below who wrote",
        "a caption",
        "no sentence",
        "of something else",
        "the lead",
        "without its full stop",
        "of something else without one",
        "brief above a caption",
        "brief above a credit",
    ],
)
def test_the_pages_own_standfirst_is_told_from_what_else_stands_below_a_headline(below, found):
    head = "Island ferry gives up its night crossing"
    page = clean(seed("\n\n".join(("Home\nNews\nSport", head, *below, *PARAGRAPHS))))
    assert [line.text for line in page.lines if line.label is Label.STANDFIRST] == [below[0]] * found


@pytest.mark.parametrize(
    ("above", "barred"),
    [("Published in", True), ("Sign in", False), ("Published in Lowmoor in May", False), ("Ada Orr", False)],
)
def test_what_a_page_was_published_in_is_no_headline(above, barred):
    page = seed(f"How the yard halved its winter\n\n{above}\n\nYard Engineering\n\nNov 2, 2026\n")
    laid = sheet(page, frozenset())
    below = next(at for at in range(len(laid.pieces)) if laid.text(at) == "Yard Engineering")
    assert heads.barred(laid, below) is barred


@pytest.mark.parametrize(
    "headline",
    [
        "100年後の花火を考える",
        "5月10日に花火大会",
        "30代女性が優勝",
        "1ドル160円台に下落",
        "2025年の出生数68万人　10年連続減",
        "3年ぶりの花火に12万人",
    ],
)
def test_a_headline_in_a_script_without_spaces_may_begin_with_a_number(headline):
    told = (
        "隅浜市で25日夜、3年ぶりとなる花火大会が開かれ、市によると約12万人が訪れた。打ち上げ数は過去最多だった。",
        "大会は河川の改修工事のため2023年を最後に中断していた。河川敷では午後5時ごろから場所取りの列ができた。",
        "終了後は駅へ向かう人の波が続いた。市の担当者は「想定を上回る人出だった」と話した。",
    )
    rows = (
        "ホーム\nニュース\n天気\nログイン",
        headline,
        "2026.07.26 05:00\n印刷\nシェア",
        *told,
        "関連記事\n花火師不足",
    )
    page = labelled("\n\n".join(rows), "ja")
    assert [line.text for line in page.lines if line.label is Label.HEADLINE] == [headline]
    assert kept(page) == list(told)


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("会場の河川敷で花火を見上げる人たち＝25日午後8時、隅浜市で（高瀬真由撮影）", "picture credit"),
        ("会場を出る実行委員長の小林誠さん（58）＝隅浜市港町＝は「来年も開きたい」と話した。", ""),
    ],
)
def test_what_a_picture_shows_is_parted_by_a_sign_from_its_day_in_japanese(line, rule):
    told = "隅浜市で25日夜、3年ぶりとなる花火大会が開かれ、市によると約12万人が訪れた。打ち上げ数は過去最多だった。"
    more = "終了後は駅へ向かう人の波が続いた。市の担当者は「想定を上回る人出だった」と話した。"
    page = labelled("\n\n".join((told, line, more)), "ja")
    assert reasons(page).get(line, "") == rule


@pytest.mark.parametrize(
    ("lang", "last"), [("ja", "この記事は会員限定です。"), ("pl", "Artykuł tylko dla subskrybentów.")]
)
def test_a_notice_that_the_rest_is_for_members_goes_in_any_language(lang, last):
    page = labelled("\n\n".join((*PARAGRAPHS, last)), lang)
    assert reasons(page)[last] == "paywall notice"


BRIEF = {
    "en": """Harbour Ledger
Home
Politics
Sport
Subscribe
Ferry to Skerry stays in port
March 14, 2026
Share
{}
Most read
New pool delayed until 2029
Three held after a burglary in Brackwater
Contact
© 2026 Harbour Ledger. All rights reserved.
""",
    "de": """Nordufer Zeitung
Startseite
Politik
Sport
Abo
Fähre nach Skerry bleibt im Hafen
14. März 2026
Teilen
{}
Meistgelesen
Neues Hallenbad erst 2029
Drei Festnahmen nach Einbruch in Brackwede
Kontakt
© 2026 Nordufer Zeitung
""",
    "tr": """Körfez Postası
Ana Sayfa
Gündem
Spor
Abone Ol
Skerry feribotu limanda kaldı
14 Mart 2026
Paylaş
{}
Çok okunanlar
Yeni havuz 2029 yılına kaldı
Hırsızlık şüphelisi üç kişi yakalandı
İletişim
© 2026 Körfez Postası. Tüm hakları saklıdır.
""",
}


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("en", "The ferry to Skerry stayed in port on Saturday because of the storm, its owner said."),
        ("de", "Die Fähre nach Skerry blieb am Samstag wegen des Sturms im Hafen, sagte der Betreiber am Abend."),
        ("tr", "Skerry feribotu, fırtına nedeniyle cumartesi günü limandan ayrılamadı ve seferler pazara ertelendi."),
    ],
)
def test_a_report_of_one_sentence_is_found(lang, told):
    page = clean(seed(BRIEF[lang].format(told), lang=lang))
    assert [line.text for line in page.kept if line.label is Label.PARAGRAPH] == [told]


FRONT = """Bridge at Vannes to be rebuilt
The county said on Friday that work on the old bridge will begin next spring.
Read more
School in Lowmoor gets a new roof
Pupils will move into the town hall while builders replace the tiles this summer.
Read more
Mill at Ayr sold to a brewer from Leeds
A family firm wants to make beer where wool was spun for two hundred years."""


def test_a_front_page_is_no_brief():
    page = seed(BRIEF["en"].replace("March 14, 2026\nShare\n", "").format(FRONT))
    assert sheet(page, frozenset()).brief == []


TEASERS = """{}
Bridge at Vannes to be rebuilt
The county said on Friday that work on the old bridge will begin next spring.
12 January 2026
School in Lowmoor gets a new roof
Pupils will move into the town hall while builders replace the tiles this summer.
Mill at Ayr sold to a brewer from Leeds
A family firm wants to make beer where wool was spun for two hundred years."""


def test_titles_with_a_sentence_each_below_a_line_that_announces_them_go():
    page = clean(seed(PAGE.replace("You may also like", TEASERS.format("You may also like"))))
    assert kept(page) == list(PARAGRAPHS)
    assert "School in Lowmoor gets a new roof" in reasons(page)


INTERVIEW = """Related
What did the mill make?
Cloth for sails, and in the war for tents.
Why did it close?
The river was dammed, and the wheel stood still."""


FULL = "The county wants to know what a bus would cost before it says a word about who would pay for it, " * 3
TALES = f"Read more\nWhat the county wants\n{FULL}.\nWho would pay\n{FULL}."


@pytest.mark.parametrize(
    ("told", "goes"),
    [
        (TEASERS.format("Read more"), True),
        (TEASERS.format("What the council heard"), False),
        (INTERVIEW, False),
        (
            "Related\nBridge at Vannes to be rebuilt\nThe county said so.\nThe ferry was full on Friday, she said.",
            False,
        ),
        (TALES, False),
    ],
)
def test_only_other_stories_are_told_below_what_announces_them(told, goes):
    page = sheet(seed(PAGE.replace("You may also like", told)), frozenset())
    assert bool(other_stories(page)) is goes


BOX = "Most read\nTen soups for cold evenings\nWhy your cat stares at the wall"
ASIDE = "I like the sea at night, and nobody asked me whether I do, said Ada Orr."


@pytest.mark.parametrize(
    ("apart", "last", "goes"),
    [
        ("\n\n", "A bowl of broth takes six hours to make, and is gone in a minute.", False),
        ("\n", "A bowl of broth takes six hours to make, and is gone in a minute.", True),
        ("\n", "A crossing would cost the company two pounds, and passengers six.", False),
    ],
)
def test_below_a_box_the_article_goes_on(apart, last, goes):
    page = sheet(seed(apart.join((PARAGRAPHS[0], PARAGRAPHS[1], BOX, ASIDE, "What it takes", last))), frozenset())
    assert bool(other_stories(page)) is goes


COMMENTED = """{told}
Comments (3)
Bob K. · 2 hours ago
I have lived on that island for thirty years and never saw the boat leave on time in winter.
Reply
marta77
3 hours ago
They should build the bridge that was promised to us when the old harbour was closed.
Reply"""


def test_comments_below_a_report_of_one_sentence_do_not_take_its_place():
    told = "The ferry to Skerry stayed in port on Saturday because of the storm, its owner said."
    page = clean(seed(BRIEF["en"].format(COMMENTED.format(told=told))))
    assert kept(page) == [told]
    assert reasons(page)["marta77"] == "comments"


@pytest.mark.parametrize(
    ("row", "lang"),
    [
        ("A post shared by Ada Orr (@adaorr)\n3 November 2026 at 2:{}", "en"),
        ("Öffentlicher Beitrag von Ada Orr (@adaorr)\n3. November 2026 um 2:{} Uhr", "de"),
        ("{}.09.2026. Hafenstadion. Insel gegen Ufer, 1:1", "de"),
    ],
)
def test_posts_and_days_inside_a_story_are_no_comments(row, lang):
    rows = [text for at, told in enumerate(PARAGRAPHS) for text in (f"{told} {told}", row.format(10 + at))]
    page = clean(seed("\n\n".join(("Island ferry gives up its night crossing", *rows, PARAGRAPHS[0])), lang=lang))
    assert "comments" not in {line.dropped_by for line in page.lines}


@pytest.mark.parametrize(
    ("text", "lang", "counts"),
    [
        ("Comments (12)", "en", True),
        ("12 Kommentare", "de", True),
        ("Comments", "en", False),
        ("12 comments on the budget", "en", False),
    ],
)
def test_a_line_that_counts_comments_announces_them(text, lang, counts):
    assert threads.counts(text, lang) is counts


@pytest.mark.parametrize(
    ("last", "goes"),
    [
        ("Dora Whitlock is a reporter who covers the islands. She lives on one.", True),
        ("Dora Whitlock took the last boat herself, and was alone on it but for the crew.", False),
        ("Dora Whitlock, a reporter who was on board, said that nobody had waited for the boat.", False),
        ("Mira Solheim is a reporter too, and crossed that night for the first time in years.", False),
    ],
)
def test_what_the_end_tells_of_who_signs_the_page_goes(last, goes):
    page = clean(seed(PAGE.replace("You may also like", f"{last}\n\nYou may also like")))
    assert (reasons(page).get(last) == "about the author") is goes


@pytest.mark.parametrize(
    ("last", "goes"),
    [
        ("Mira Solheim is a staff writer at the Harbour Ledger, where she covers the islands.", True),
        ("Mira Solheim, a reporter who was on board, said that nobody had waited for the boat.", False),
        ("Ole Whitlock is a reporter at the Harbour Ledger and was on board that night.", False),
        ("The Ledger is a newspaper whose reporter was on board that night.", False),
    ],
)
def test_what_the_end_of_a_long_story_says_of_somebody_whom_it_names_nowhere_goes(last, goes):
    story = (*PARAGRAPHS, "“Nobody waved when we left,” said Dora Whitlock, who has steered the boat since 2009.")
    page = clean(seed("\n\n".join(("Island ferry gives up its night crossing", *story, last))))
    assert (reasons(page).get(last) == "about the author") is goes


def test_a_language_is_read_alike_in_every_land():
    for known in (phrases("tr-TR"), phrases("tr_CY")):
        assert (known.glue, known.letters, known.function) == (phrases("tr").glue, 5, phrases("tr").function)


@pytest.mark.parametrize(
    ("text", "lang", "points"),
    [
        ("Lire aussi l'enquête | Le retour du lynx divise le Jura", "fr", True),
        ("Read also: the island without a ferry", "en", True),
        ("[ Inside the islands that are looking for new families ]", "en", True),
        ("[Inside the islands]", "en", False),
        ("Sprawdź: Ile kosztuje prom na wyspę", "pl", True),
        ("The board of the island | a portrait", "en", False),
        ("Leggi anche Il porto sarà dragato in primavera", "it", True),
        ("See also Harbour dredging to begin in spring", "en", True),
        ("More from the harbour board on climate", "en", False),
        ("Read more slowly, the board told its members", "en", False),
    ],
)
def test_a_bar_points_to_another_story_as_a_colon_does(text, lang, points):
    assert points_elsewhere(text, lang) is points


def test_a_credit_may_stand_behind_dots():
    caption = "A whale near the island, in western France, last week.Credit...Yann Le Guen for The Harbour Ledger"
    assert caption not in kept(clean(seed("\n\n".join((*PAGE.split("\n\n")[:6], caption, *PARAGRAPHS)))))


def test_a_caption_that_stands_again_with_its_maker_is_no_headline():
    caption = "Bolts are his life: Werner Haag in hall three of his works"
    rows = (
        "When the bolt king finds no heir",
        "By Dora Whitlock",
        "12 January 2026",
        caption,
        f"{caption} Picture Alliance",
    )
    page = clean(seed("\n\n".join(("Home", "News", *rows, *PARAGRAPHS, "Share"))))
    assert [line.text for line in page.lines if line.label is Label.HEADLINE] == [rows[0]]


@pytest.mark.parametrize(
    ("short", "long", "adds"),
    [
        ("bolts are his life: haag in hall three", "bolts are his life: haag in hall three picture alliance", True),
        ("bolts are his life: haag in hall three", "bolts are his life: haag in hall three | the ledger", False),
        ("the ferry", "the ferry gives up its night crossing", False),
    ],
)
def test_a_credit_is_a_few_words_behind_a_caption(short, long, adds):
    assert heads.adds_credit(short, long) is adds


@pytest.mark.parametrize(
    ("last", "goes"),
    [
        ("The lynx in a trap's picture near the lake, on 14 February 2026. CENTRE ATHÉNAS", True),
        ("The lynx in a trap's picture near the lake on that winter's day. ADA ORR / AFP", True),
        ("The lynx is back in the woods above the lake, said the head of the FBI", False),
        ("lynx-above-the-lake-hero", True),
    ],
)
def test_a_maker_in_capitals_behind_a_full_stop_signs_a_caption(last, goes):
    rows = (*PARAGRAPHS[:2], last, *PARAGRAPHS[2:])
    assert (last in kept(clean(seed("\n\n".join(("Lynx", "By Dora Whitlock", *rows)), lang="en")))) is not goes


def test_titles_below_a_line_that_announces_them_are_no_headings():
    titles = ("Second boy dies on the pier", "The road that took forty years", "A one-room school holds on")
    page = clean(
        seed("\n".join((*PAGE.split("\n")[:11], *PARAGRAPHS[:2], "Related Stories", *titles, *PARAGRAPHS[2:])))
    )
    assert not set(titles) & {line.text for line in page.kept}


def head(*rows):
    page = clean(seed("\n\n".join((*rows, *PARAGRAPHS, "Share", "Privacy policy"))))
    return [line.text for line in page.lines if line.label is Label.HEADLINE]


def test_a_letters_title_stands_above_its_standfirst_in_one_block_with_writer_and_day():
    title = "The bookshop that refused to grow"
    blocks = (
        "The Slow Ledger",
        "Subscribe\nSign in",
        f"{title}\nA visit to a shop that has had nine chairs since 1974\nOrla Finch\nMar 11, 2026",
        "∙ Paid",
        "213",
        "18",
        "31\nShare",
        "There are nine chairs in Hollis & Daughter, and there have been nine since the week it opened.",
        "“People ask why we don’t take the unit next door,” said Ruth Hollis. “I tell them I can’t see it.”",
        "A shop you can see from the till",
        "What she means is harder to imitate than it sounds. Everything in the shop was chosen by two people.",
        "It makes a small profit every year. In 2009 it made £11, which Ruth framed and hung above the till.",
        "213 Likes\n∙\n31 Restacks",
        "Ready for more?\n© 2026 Orla Finch",
    )
    page = clean(seed("\n\n".join(blocks)))
    assert [line.text for line in page.lines if line.label is Label.HEADLINE] == [title]


def test_a_headline_stands_above_the_writers_names_and_a_standfirst_below():
    standfirst = "My local ferry has kept one night boat with a human being. I time my milk by her crossings"
    title = "The night crossing has gone – and all it cost us was the only person awake"
    assert head("Opinion", title, "Priyanka Doyle", "Priyanka Doyle", standfirst, "Mon 20 Apr 2026") == [title]


@pytest.mark.parametrize(
    ("text", "ago"),
    [
        ("22 hours ago - Energy & Climate", True),
        ("6m ago", True),
        ("3 hrs. ago", True),
        ("22 ferries go today", False),
        ("5 friends ago", False),
    ],
)
def test_how_long_ago_a_page_was_written_may_stand_before_its_section(text, ago):
    assert is_ago(text, "en") is ago


SUMMED = ("The night ferry will stop in March.", "The board has asked for a bus.")


@pytest.mark.parametrize(
    ("rows", "goes"),
    [
        (("Takeaways by Bloomberg AI", *SUMMED, "Hide", *PARAGRAPHS), True),
        (("AI-assisted summary", *SUMMED, f"SKERRY – {PARAGRAPHS[0]}", *PARAGRAPHS[1:]), True),
        (("AI summary", *SUMMED, *PARAGRAPHS), False),
        (("AI summary", *SUMMED, "Advertisement", *PARAGRAPHS), False),
    ],
)
def test_a_programs_summary_goes_where_its_end_shows(rows, goes):
    page = clean(seed("\n\n".join((*PAGE.split("\n\n")[:5], *rows, "Privacy policy"))))
    assert set(SUMMED).isdisjoint(line.text for line in page.kept) is goes


@pytest.mark.parametrize(
    ("text", "lang", "names"),
    [
        ("by Renee Calloway, The Ledger, and Marcus Orr. Photography by Jess Tamura for the Ledger", "en", True),
        ("By hook or by crook, the ferry will sail", "en", False),
        ("Von Henning Albers, Künzelsau", "de", True),
    ],
)
def test_a_by_line_with_more_behind_it_is_no_headline(text, lang, names):
    assert names_writer(text, lang) is names


def test_a_title_in_a_live_reports_contents_is_no_headline():
    title = "Ferry strike: talks adjourned without a deal as crews warn of an Easter walkout – as it happened"
    entry = "Minister: ‘public patience is finite’"
    contents = ("Key events", "4h ago", "Closing summary", "7h ago", entry, "Show key events only", "Live feed")
    rows = [row for hour, name, text in zip((18, 15), ("Closing summary", entry), PARAGRAPHS, strict=False)
            for row in ("Share", f"{hour}.31 GMT", name, text)]  # fmt: skip
    page = clean(seed("\n".join(("News", "Sport", title, "Tobias Amery", "Thu 19 Mar 2026", *contents, *rows))))
    assert entry not in [line.text for line in page.lines if line.label is Label.HEADLINE]


def test_a_live_reports_first_entry_is_no_headline_where_the_contents_name_several():
    title = "Ferry strike live: talks resume as the queue on the quay grows"
    entries = ("Union says offer is ‘a step’", "Queue on the quay grows", "Talks resume at noon")
    contents = [row for hour, name in zip((6, 8, 9), entries, strict=True) for row in (f"{hour}m ago", name)]
    rows = [row for hour, name, text in zip((6, 8, 9), entries, PARAGRAPHS, strict=False)
            for row in (f"{hour}m ago\n16.3{hour} BST", name, text, "Share")]  # fmt: skip
    page = clean(seed("\n\n".join((title, "Tobias Amery\nThu 19 Mar 2026 16.40 GMT", "Key events", *contents, *rows))))
    assert [line.text for line in page.lines if line.label is Label.HEADLINE] == [title]
    assert not {"6m ago", "8m ago", "9m ago"} & {line.text for line in page.kept}


def test_a_headline_may_have_the_address_behind_it_that_a_phones_button_adds():
    title = "‘We just wanted a bench’: how the island planted trees https://www.ledger.example/2026/bench?share=phone"
    assert head(title) == [title]
    assert title not in head("Island ferry gives up its night crossing", f"See {title.partition(' https')[2]} for more")


@pytest.mark.parametrize(("below", "barred"), [("  9:14 AM", True), ("\n9:14 AM", False), ("Mayor of Leeds", False)])
def test_who_sent_a_message_is_no_headline(below, barred):
    work = sheet(seed("\n\n".join((f"Dana Orr\n{below}\nfrom the trade press:", *PARAGRAPHS))), frozenset())
    assert heads.barred(work, 0) is barred


def test_what_writers_are_is_no_headline():
    above = "Why your ferry is not what the timetable says\n\nAuthor\nMarion Keel\nSenior Lecturer in Shipping, Leeds"
    work = sheet(seed("\n\n".join((above, *PARAGRAPHS))), frozenset())
    assert [heads.barred(work, at) for at in (0, 3)] == [False, True]


def test_a_pointer_may_stand_in_brackets():
    assert points_elsewhere("[Read: The end of the neighborhood ferry]", "en")


def test_what_a_transcript_says_is_heard_is_no_heading():
    rows = (*PARAGRAPHS[:2], "(LAUGHTER)", *PARAGRAPHS[2:])
    assert "(LAUGHTER)" not in [
        line.text for line in clean(seed("\n\n".join(rows))).lines if line.label is Label.HEADING
    ]


def test_a_number_alone_is_a_notes_or_a_gallerys():
    page = clean(seed("\n\n".join((*PARAGRAPHS[:2], "2", *PARAGRAPHS[2:]))))
    assert (reasons(page).get("2"), len(kept(page))) == ("number", 4)


SAID = "The transport secretary Helena Marsh said:"
OURS = "We have listened to the islanders. We will pay for a boat that sails at night until the bus comes."


@pytest.mark.parametrize(
    ("rows", "quoted"),
    [
        ((SAID, OURS), [OURS]),
        ((SAID, "The boat will sail at night until the bus comes.", OURS), None),
        ((SAID, f"“{OURS}”"), []),
        (("What the islanders will pay for is this:", OURS), []),
    ],
    ids=["below who says it", "goes on as we", "has its marks", "nobody says it"],
)
def test_what_stands_below_who_says_it_is_a_quotation(rows, quoted):
    story = (*PARAGRAPHS[:2], *rows, *PARAGRAPHS[2:])
    page = clean(seed("\n\n".join(("Island ferry gives up its night crossing", *story))))
    found = [line.text for line in page.kept if line.label is Label.QUOTE]
    assert found == (list(rows[1:]) if quoted is None else quoted)


def test_a_heading_that_each_entry_of_a_guide_has_is_no_list_of_contents():
    told = [f"{text} {PARAGRAPHS[0]}" for text in PARAGRAPHS]
    entries = [row for text in told for row in ("From 9 dollars", "Why we chose this ferry", text)]
    page = clean(seed("\n\n".join(("Four ferries for four islands", PARAGRAPHS[0], *entries))))
    assert [line.text for line in page.kept].count("Why we chose this ferry") == len(told)


def test_of_a_long_title_that_a_list_of_contents_says_first_the_heading_stays():
    title = "What will the island do without its only ferry in the night?"
    rows = (
        "Island ferry gives up its night crossing",
        *PARAGRAPHS[:1],
        title,
        "Other questions",
        *PARAGRAPHS[1:3],
        title,
    )
    page = clean(seed("\n\n".join((*rows, PARAGRAPHS[3]))))
    told = [line.text for line in page.kept]
    assert told.count(title) == 1
    assert told[-2] == title


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("en", "Article content"),
        ("de", "Link kopiert"),
        ("fr", "La suite après la publicité"),
        ("en", "$329 at Harbour Books"),
        ("en", "Only £1 for 4 weeks"),
        ("en", "Try unlimited access"),
        ("fr", "Lire le journal numérique"),
        ("en", "Causes | Fixes | What to avoid | When to get help"),
        ("en", "Also on ledger.example Fishermen find a cylinder in the nets"),
        ("en", "On HarbourLedger.com: Boats pay more for the pier"),
    ],
)
def test_what_buttons_say_and_pointers_to_a_site_go(lang, line):
    rows = ("Island ferry gives up its night crossing", *PARAGRAPHS[:2], line, *PARAGRAPHS[2:])
    page = clean(seed("\n\n".join(rows), lang=lang))
    assert [one.text for one in page.kept if one.label is not Label.HEADLINE] == list(PARAGRAPHS)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", '"We use cookies" would become a phrase for museums, said Renate Krol, who wrote the draft.'),
        ("en", "Subscribe now, the first edition said, and we will tell you what the council did."),
        ("en", "“Follow us on Facebook if you would rather send a message there.”"),
        ("de", "„Folgen Sie uns auf Instagram“, sagte sie, stehe am Tor des Hafens."),
        ("es", "Sigue nuestro canal de WhatsApp, pidieron en enero, y lo hicieron miles de lectores."),
    ],
)
def test_a_box_that_somebody_speaks_of_is_of_the_story(lang, text):
    assert not is_box(text, lang)
