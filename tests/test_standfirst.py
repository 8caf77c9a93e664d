"""Articles in, standfirsts and key points out; sentences in, whether they stand."""

from dataclasses import replace

import pytest

from copydesk.describing import choosing, describe
from copydesk.describing.choosing import FAR, follows, reads
from copydesk.describing.key_points import may_tell
from copydesk.describing.leaning import leans
from copydesk.describing.memory import Memory
from copydesk.describing.standing import heads, sound, trimmed
from copydesk.describing.telling import length, sentences_of
from copydesk.language.voices import own_voice
from copydesk.model import Article, Block, Label, Page, Seed

MILL = (
    "The Orrin paper mill in Leeds will close in May with the loss of 300 jobs. "
    "Managers blamed the price of energy, which has doubled since 2019.\n"
    "The mill opened in 1904 and was once the largest employer of the valley. "
    "It survived two fires and a flood. "
    "But last year its owner, Hale Group, sold the newest of the three machines to a rival in Finland.\n"
    '"This is a dark day for the valley," said Ada Orr, who leads the union at the mill. '
    "She wants the council to buy the site. "
    "The council of Leeds will meet on Monday to talk about the mill and its workers.\n"
    "Hale Group made a loss of 12 million pounds in 2022. "
    "It still owns mills in Derby and Hull, and has promised to keep them open until 2030. "
    "Workers of the Leeds mill may apply for jobs there.\n"
    "The price of paper has fallen by a fifth since January, traders say. "
    "Demand for packaging grew at the same time, and most of the new machines in Europe make cardboard. "
    "A court in York will hear the union's case against the closure in April. "
    "Lawyers for Hale Group declined to comment on the case before the hearing. "
    "The last mill of the valley that made newsprint closed in 2008."
)


def article(text, title="", lang="en", kind=Label.PARAGRAPH):
    blocks = tuple(Block(kind, line) for line in text.splitlines())
    return Article(Page(Seed("a.txt", "", "text", ()), ()), title, blocks, lang=lang)


def view(article):
    return choosing.view(sentences_of(article), article.title, article.lang)


def standfirst(article):
    return describe(article, Memory()).summary


def key_points(article):
    return describe(article, Memory()).key_points


def may_be_point(seen, text):
    return next(may_tell(one, seen) for one in seen.sentences if one.text == text)


PLAIN_OPENINGS = [
    ("hu", "Az elnök hétfőn bezárta a malmot Leedsben."),
    ("el", "Τα μέτρα ανακοινώθηκαν στο Λιντς τη Δευτέρα."),
    ("ro", "O femeie a închis moara din Leeds."),
    ("sv", "Den brittiske ministern stänger kvarnen i Leeds."),
    ("da", "De fleste danskere kender møllen i Leeds."),
    ("no", "Den tidligere statsministeren stenger møllen i Leeds."),
    ("pl", "Nie żyje Jan Kowalski, właściciel młyna w Leeds."),
    ("pl", "Dwa lata temu firma Orr kupiła młyn w Leeds."),
    ("cs", "ANO vyhrálo volby v Leedsu."),
    ("cs", "V tomto roce firma Orr zavře mlýn v Leedsu."),
    ("ru", "Первый министр Шотландии закрыл завод в Лидсе."),
    ("uk", "У цьому році компанія Орр закриє завод у Лідсі."),
    ("de", "Etwa 300 Menschen arbeiten in der Mühle von Leeds."),
    ("de", "In diesem Jahr schließt die Mühle in Leeds."),
    ("de", "Wie das Ministerium mitteilt, schließt die Mühle in Leeds."),
    ("nl", "Zo'n 200 mensen werken in de molen van Leeds."),
    ("es", "Aunque el molino de Leeds cierra, nadie se va."),
    ("es", "Después de diez años cierra el molino de Leeds."),
    ("fr", "L'ancien maire Jean Orr ferme le moulin de Leeds."),
    ("pt", "Depois de dez anos fecha o moinho de Leeds."),
    ("tr", "Kadın Voleybol Takımı Leeds'i yendi."),
    ("ja", "このほどリーズの工場が閉鎖された。"),
    ("zh", "但丁的手稿在利兹展出。"),
    ("hi", "इनाम में मिली किताबें पुस्तकालय को दी गईं।"),
    ("hi", "इस साल शहर का पुराना पुल बंद रहेगा।"),
    ("fa", "این هفته پل قدیمی شهر بسته می‌شود."),
    ("he", "העירייה סוגרת את הגשר הישן."),
    ("bg", "Тази година общината затваря стария мост."),
    ("hr", "Ove godine grad zatvara stari most."),
    ("ca", "Aquesta setmana la ciutat tanca la biblioteca."),
]


@pytest.mark.parametrize(("lang", "text"), PLAIN_OPENINGS)
def test_a_plain_opening_is_not_taken_for_one_that_points_back(lang, text):
    assert not leans(text, lang)


LEANING = [
    ("en", "He left the room at noon.", True),
    ("en", "The mayor left the room at noon.", False),
    ("en", "However, the mayor left.", True),
    ("en", "This week the mayor left.", False),
    ("en", "There are four mills in the valley.", False),
    ("en", "It is understood that the mill will close.", False),
    ("en", "It will close in May.", True),
    ("en", "The decision surprised everyone.", True),
    ("en", "The decision to close the mill surprised everyone.", False),
    ("en", "The 39-year-old was fined.", True),
    ("en", '"We are sad," she said.', True),
    ("en", '"We are sad," said Ada Orr.', False),
    ("en", "On Monday, she was fined.", True),
    ("en", "In addition, the mill will close.", True),
    ("en", "Below that he would not go.", True),
    ("en", "What does that mean for the mill?", True),
    ("fr", "C'est la fin du moulin.", True),
    ("hu", "Ez a malom bezár.", True),
    ("el", "Αυτό ανακοινώθηκε τη Δευτέρα.", True),
    ("ro", "Aceasta a fost anunțată luni.", True),
    ("da", "Han lukker møllen i Leeds.", True),
    ("uk", "Він закриє завод у Лідсі.", True),
    ("fi", "Hän sulkee myllyn Leedsissä.", True),
    ("en", "After rowing through the Port of Leeds, he stood still.", True),
    ("en", "Wearing the crown of Leeds, he read a speech.", True),
    ("en", "According to Ada Orr, she was asked to stay.", False),
    ("en", "After the king of Leeds had spoken, he left.", False),
    ("en", "Ada Orr, who owns the mill, said it will close in May.", False),
    ("en", "Ada Orr, owner of the mill, said the report was wrong.", False),
    ("en", "The mill will close in May, said the report.", True),
    ("en", "The mill will close in May, said he.", True),
    ("en", '"The mill will close," said the woman at the gate.', True),
    ("fr", "Ada Orr, maire de Leeds depuis 2014, explique son départ.", False),
    ("fr", "L'ouvrier, né à Leeds, a perdu la main, selon sa mère.", False),
    ("fr", "L'usine fermera en mai, affirme-t-elle depuis Leeds.", True),
    ("fr", "« L'usine fermera en mai », explique sa mère.", True),
    ("de", "Die Mühle schließe im Mai, sagte er am Montag.", True),
    ("en", "In her only speech, Ada Orr spoke of the mill.", False),
    ("en", "With their last win in May, Leeds are in trouble.", False),
    ("en", "Sentencing her, Judge Orr spoke of the mill.", True),
    ("en", "In her only speech, it was the mill that mattered.", True),
    ("en", "Six workers of the mill were fined, and they will not pay.", False),
    ("en", "The owner said he would not go.", False),
    ("en", "Owners expect to sell 58,000 of them by May.", True),
    ("en", "A survey of 1,600 of them was held in May.", True),
    ("en", "The new engine needs eight of them on its first stage.", True),
    ("en", "Both of these amounts fell below the peak.", True),
    ("en", "Hale Group has 71 machines on order and can build 18 of them a year.", False),
    ("en", "In return, the owner will keep the mill.", True),
    ("en", "Workers of the mill say they will not go.", False),
    ("en", "Orr, 54, has never told why she sold it.", False),
    ("en", "Ada Orr, her two sons and the neighbours left in May.", False),
    ("en", "Last Monday, her two sons left the mill.", True),
    ("en", "Asked whether he would go, the owner smiled.", True),
    ("en", "While he slept, the mill burned down.", True),
    ("en", "In any case, the mill will close.", True),
    ("fr", "Quoi qu'il en soit, l'usine ferme.", True),
    ("fr", "Six jours après, l'usine a fermé.", True),
    ("fr", "Six jours après l'incendie, l'usine rouvre.", False),
    ("fr", "Il s'agit d'obtenir plus de moyens.", True),
    ("fr", "Depuis, la banque a fermé.", True),
    ("fr", "Depuis sa fermeture, l'usine rouille.", False),
    ("de", "Die Polizei nahm drei von ihnen fest.", True),
    ("pt", "Trata-se de uma equipa de trabalho.", True),
    ("it", "Si tratta di una vecchia tradizione.", True),
    ("es", "Votaron 6.128 de ellos en contra.", True),
    ("ru", "Одна из них закрылась в мае.", True),
    ("en", "Few of the people invited to use the mill did so.", False),
    ("en", "Eleven people, 4 of them children, were in the mill.", False),
    ("de", "Das sagte niemand gern.", True),
    ("de", "Gelingt das bis Mai nicht, muss das Werk schließen.", True),
    ("de", "Gelingt das Projekt nicht, muss das Werk schließen.", True),
    ("de", "Das Unternehmen zahlt den Umbau.", False),
    ("it", "Gli operai lasciano la fabbrica.", False),
    ("nl", "Het bedrijf betaalt de verbouwing.", False),
    ("fr", "Elle a fermé ses portes lundi.", True),
    ("fr", "Il y a trois usines dans la vallée.", False),
    ("fr", "Cette semaine, l'usine ferme ses portes.", False),
    ("fr", "« Nous sommes tristes », a-t-elle dit.", True),
    ("de", "Außerdem schließt das Werk im Mai.", True),
    ("de", "Das Land zahlt den Umbau.", False),
    ("tr", "Onlar kararı beğenmedi.", True),
    ("tr", "Sabah üç fabrika kapandı.", False),
    ("es", "Ella no quiso hablar.", True),
    ("it", "Questo ha sorpreso tutti.", True),
    ("pt", "Ele saiu ao meio-dia.", True),
    ("nl", "Hij vertrok om twaalf uur.", True),
    ("pl", "On wyszedł w południe.", True),
    ("ru", "Он уехал в полдень.", True),
    ("ja", "これは大きな損失だ。", True),
    ("zh", "他离开了会场。", True),
    ("zh", "公司宣布关闭工厂。", False),
    ("en", "The study of the mill was published on Monday.", False),
    ("en", "The mill has closed these machines.", True),
    ("en", "The mill has closed this week.", False),
    ("en", "Two years earlier the mill had closed.", True),
    ("en", "Nor does the mill pay.", True),
    ("de", "Die Stadt fand aber keine Brücke.", True),
    ("en", "The mill closes in May, and these machines will go.", False),
    ("en", "In response to this plan, workers left.", True),
    ("en", "At the age of 18 she joined the union.", True),
    ("en", "At the age of 18 Ada Orr joined her union.", False),
    ("en", "'The mill will close,' said the man.", True),
    ("de", "Die Stadt hat auch eine Brücke gesperrt.", True),
    ("de", "In Leeds gilt diese Regel seit Mai.", True),
    ("de", "In Leeds beginnt die Messe in diesem Jahr früher.", False),
    ("de", "Zum Werk kommt er mit dem Bus.", True),
    ("de", "Zum Werk kommen sie mit dem Bus.", True),
    ("de", "Zum Werk fahren Busse, die sie nicht bezahlen.", False),
    ("de", "Man brauche die Menschen im Werk.", True),
    ("de", "Man brauche die Menschen, sagte Ada Orr.", False),
    ("de", "Hinzu kommen zwei Busse aus Leeds.", True),
    ("fr", "La ville a en revanche fermé la route.", True),
    ("fr", "Selon la ville, ces routes resteront fermées.", True),
    ("fr", "La ville ferme la route ce lundi.", False),
    ("fr", "« La route restera fermée », appuie-t-elle.", True),
    ("es", "El juez insiste en esa filtración.", True),
    ("es", "El juez decide este lunes.", False),
    ("pt", "O porto também fecha na segunda-feira.", True),
    ("it", "La città ha però chiuso il ponte.", True),
    ("ru", "«Мост закроют», — уверен он.", True),
    ("ru", "Город также закрыл мост.", True),
    ("ru", "В городе это решение поддержали.", True),
    ("ru", "В городе на этой неделе закрыли мост.", False),
    ("pl", "Miasto zamknęło zaś most.", True),
    ("cs", "Takto bude město řídit.", True),
    ("cs", "Město však most zavřelo.", True),
    ("cs", "Město zavřelo most v pondělí.", False),
    ("sv", "Hon lämnade rummet.", True),
    ("da", "Derfor lukker byen broen.", True),
    ("no", "Byen stenger dessuten broen.", True),
    ("fi", "Hän lähti puolilta päivin.", True),
    ("uk", "Однак міст закрили.", True),
    ("ro", "Ea a plecat la prânz.", True),
    ("hu", "Ezért a híd zárva marad.", True),
    ("sk", "Preto je most zatvorený.", True),
    ("el", "Ωστόσο η γέφυρα έκλεισε.", True),
    ("id", "Namun jembatan itu ditutup.", True),
    ("vi", "Tuy nhiên cây cầu đã đóng.", True),
    ("hi", "उन्होंने दोपहर में शहर छोड़ दिया।", True),
    ("hi", "इन किताबों को पुस्तकालय में रखा गया।", True),
    ("fa", "او ظهر شهر را ترک کرد.", True),
    ("fa", "با این حال پل بسته می‌ماند.", True),
    ("he", "לדבריה, הגשר ייסגר בקיץ.", True),
    ("he", "עם זאת, הגשר נשאר סגור.", True),
    ("bg", "Според тях мостът остава затворен.", True),
    ("hr", "Stoga most ostaje zatvoren.", True),
    ("sr", "Она је напустила град у подне.", True),
    ("ca", "Tanmateix la biblioteca continua tancada.", True),
]


@pytest.mark.parametrize(("lang", "text", "wanted"), LEANING)
def test_a_sentence_that_needs_the_one_before_it_is_known(lang, text, wanted):
    assert leans(text, lang) is wanted


SOUND = [
    ("en", "The mill will close in May.", True),
    ("en", "The mill will close in May", False),
    ("en", "The mill will close in …", False),
    ("en", '"We are sad.', False),
    ("en", '"We are sad and angry today."', False),
    ("en", '"We are sad and angry today," said Ada Orr.', True),
    ("en", "The mill (which opened in 1904 will close.", False),
    ("en", "Read more about the mill here.", False),
    ("en", "Scroll on to learn all about the mill.", False),
    ("en", "Read on to learn what the mill costs.", False),
    ("en", "A plan of the old mill is available here.", False),
    ("en", "A file picture shows the mill in Leeds.", False),
    ("en", "The old mill of Leeds (stock photo) The mill will close in May.", False),
    ("en", "See www.mill.example for more.", False),
    ("en", "Apologies for the delay, see below for the mill.", False),
    ("en", "The owner, pictured in May, runs the mill.", False),
    ("en", "The owner and the mayor were pictured at the mill in May.", True),
    ("en", "The paper of the valley lost 300 subscribers in May.", True),
    ("en", "Subscribe to the paper of the valley today.", False),
    ("fr", "La mairie fermera lundi par infovalléeCette fois, le maire se tait.", False),
    ("en", "The makers of YouTube and LinkedIn visit the mill.", True),
    ("en", "The mill will close.Workers are angry.", False),
    ("en", "The mill stands in a busy part of town The owner wants to close it.", False),
    ("en", "The owner told The Post and The Sun that it will close.", True),
    ("fr", "Le maire se tait depuis lundi Les ouvriers sont tristes.", False),
    ("en", "THE MILL WILL CLOSE.", False),
    ("en", "Mills will close soon.But nobody knows when they will.", False),
    ("en", '"It is late here.""We know," said Ada Orr.', False),
    ("en", "The mill said: 'We are sad today.", False),
    ("en", "Let the old mill go,' he posted on Monday.", False),
    ("en", "The owners' offer, he said, 'is not enough,' for them.", True),
    ("en", "Orr is seen here at the gate of the mill.", False),
    ("fr", 'Le conseil parle d\'un motif "familial".Le maire se tait.', False),
    ("fr", "Le vote aura lieu en 2027.Le maire se tait.", False),
    ("fr", "Personne ne vient.MAIRIE fermée, lit-on sur la porte.", False),
    ("fr", '"Inacceptable"La mairie ferme ses portes lundi.', False),
    ("en", "The mill's owner said 'no' to the workers' offer.", True),
    ("en", "Ray Orr Jr.'s mill and the U.K.'s oldest weir will close.", True),
    ("en", "— in the valley and in the town.", False),
    ("en", "and in the valley of the river.", False),
    ("en", "iPhone sales fell in May.", True),
    ("en", "Orr (left) at the mill in May 2019.", False),
    ("en", "Not Ada Orr.", False),
    ("en", "At the rate of October, until the spring of 2028.", False),
    ("en", "Foul by Ada Orr (Leeds United).", False),
    ("en", "On 1 December, if the explanation is poor.", False),
    ("en", "The mill closes on 1 December, if the report is poor.", True),
    ("en", "The union men went from Leeds to York.", True),
    ("en", "Workers tell the owner what they think of it.'", False),
    ("en", "Workers held up a banner that read: '£5bn and what do we get?", False),
    ("de", "„Wir sind sehr traurig.“", False),
    ("de", "„Wir sind sehr traurig“, sagte Ada Orr.", True),
    ("fr", "« Nous sommes tristes aujourd'hui », a déclaré Ada Orr.", True),
    ("ja", "工場は五月に閉鎖される。", True),
    ("ja", "「工場は五月に閉鎖される予定だ」と社長は述べた。", True),
    ("zh", "“利兹的工厂将在五月关闭。”厂长说。", True),
    ("en", "(Ask about the mill at the counter of the town hall.)", False),
    ("en", "The mill in Leeds closes in May (or so they say in town).", True),
    ("pt", "De acordo com Ada Orr, “o moinho de Leeds fecha em maio deste ano”.", True),
    ("ar", 'قالت سلمى ناصر: "سيغلق المصنع في مايو من هذا العام".', True),
    ("hi", "पुराना कारख़ाना मई में बंद हो जाएगा।", True),
    ("hi", '"पुराना कारख़ाना मई में बंद हो जाएगा।"', False),
    ("hi", '"पुराना कारख़ाना मई में बंद हो जाएगा," सुनीता चौधरी ने कहा।', True),
    ("fa", "پروین صادقی گفت: «کارخانه قدیمی شهر در ماه مه بسته می‌شود.»", True),
    ("bg", "„Старата фабрика ще бъде затворена през май“, каза Елена Димова.", True),
    ("hr", "„Stara tvornica bit će zatvorena u svibnju”, rekla je Jelena Marić.", True),
]


@pytest.mark.parametrize(("lang", "text", "wanted"), SOUND)
def test_a_sentence_that_may_not_be_printed_is_known(lang, text, wanted):
    assert sound(text, lang) is wanted


@pytest.mark.parametrize(
    ("lang", "text", "wanted"),
    [
        ("en", "But the mill in Leeds will close.", "The mill in Leeds will close."),
        ("en", "However, the mill in Leeds will close.", "The mill in Leeds will close."),
        ("en", "But it will.", "But it will."),
        ("en", "Butter from Leeds will cost more in May.", "Butter from Leeds will cost more in May."),
        ("en", "The mill (pictured) will close in May.", "The mill will close in May."),
        ("en", "Leeds (WIRE)The mill will close in May.", "The mill will close in May."),
        ("en", "NEW LEEDS: The mill will close in May.", "The mill will close in May."),
        ("it", "PIETRAVECCHIA (Campobasso) Il mulino chiude.", "Il mulino chiude."),
        ("zh", "新华社贵阳4月8日电（记者周启明、林晓）造纸厂将于五月关闭。", "造纸厂将于五月关闭。"),
        ("en", "Why it matters: The mill in Leeds will close.", "The mill in Leeds will close."),
        ("en", "Details: the mill in Leeds will close.", "Details: the mill in Leeds will close."),
        ("en", "Hale Group (HG) will close the mill in May.", "Hale Group (HG) will close the mill in May."),
        ("en", "The mill (built in 1904) will close.", "The mill (built in 1904) will close."),
        ("en", "CHECK-UP: The mill in Leeds will close.", "The mill in Leeds will close."),
        ("en", "4. The mill in Leeds will close.", "The mill in Leeds will close."),
        ("en", "1.5 million sheets will be left in May.", "1.5 million sheets will be left in May."),
        ("en", "The old mill (stock photo) The mill will close.", "The old mill (stock photo) The mill will close."),
        ("ru", "Отметим, что фабрика в долине закроется в мае.", "Фабрика в долине закроется в мае."),
        ("fr", "Rappelons que l'usine de la vallée ferme.", "L'usine de la vallée ferme."),
        ("ru", "Напомним, фабрика в долине закроется в мае.", "Фабрика в долине закроется в мае."),
        ("fr", "Mais l'usine de la vallée va fermer.", "L'usine de la vallée va fermer."),
        ("tr", "Ancak fabrika mayıs ayında kapılarını kapatacak.", "Fabrika mayıs ayında kapılarını kapatacak."),
    ],
)
def test_a_trim_is_clean(lang, text, wanted):
    assert trimmed(text, lang) == wanted


@pytest.mark.parametrize(
    ("lang", "text", "wanted"),
    [
        ("fr", "Ajoutez le bouillon et laissez mijoter.", True),
        ("fr", "Chez Orr, le bouillon mijote.", False),
        ("fr", "« Ajoutez le bouillon », dit le chef.", False),
        ("en", "The mill told us nothing.", True),
        ("en", "The mill told nobody.", False),
        ("en", "The owner of the mill left the US in May.", False),
        ("en", "I have never seen the mill.", True),
    ],
)
def test_a_writer_who_speaks_to_the_reader_is_heard(lang, text, wanted):
    assert own_voice(text, lang) is wanted


def test_a_standfirst_is_of_the_articles_own_sentences_and_fits():
    told = standfirst(article(MILL, "Paper mill to close"))
    assert "The Orrin paper mill in Leeds will close in May" in told
    assert all(part in MILL for part in told.removesuffix(".").split(". "))
    assert length(told) <= 60


def test_no_sentence_stands_without_the_one_it_leans_on():
    told = standfirst(article(MILL, "Union wants the council to buy the site"))
    assert "She wants" not in told or "said Ada Orr" in told


def test_the_headline_is_not_told_again():
    told = standfirst(article("The old mill closes in May.\n" + MILL, "The old mill closes in May"))
    assert not told.startswith("The old mill closes in May.")


def test_a_lead_that_tells_more_than_the_headline_is_told():
    lead = "The mill that was to bring 640 jobs to Weston has been shelved until at least 2030, Hale Motors said today."
    told = standfirst(article(f"{lead}\n{MILL}", "640 promised jobs gone as Hale Motors shelves mill"))
    assert told.startswith(lead)


@pytest.mark.parametrize(("opens", "may"), [("We closed the mill of Leeds in May.", True), ("The mill closed.", False)])
def test_whoever_says_i_was_the_writer_from_the_start(opens, may):
    seen = view(article(f"{opens} It lost money. Its workers left. {'Hale Group left. ' * 6}\nI am not sad at all."))
    assert seen.allows(seen.sentences[-1]) is may


@pytest.mark.parametrize(
    ("said", "may"),
    [
        ("Ada Orr: The owner told us nothing until May.", False),
        ("Verdict: The owner told nobody until May.", False),
        ("The owner: Hale Group of Leeds told nobody until May.", True),
    ],
)
def test_a_speakers_turn_or_a_titled_point_is_not_told(said, may):
    seen = view(article(f"The mill in Leeds will close in May.\n{said}"))
    assert seen.allows(seen.sentences[1]) is may


TALK = (
    "Ada Orr has run the mill of Leeds for nine years and closes it in May for want of buyers.",
    "Why do you close it?",
    "Because we lose money. The paper of the mill costs twice what the market pays for it.",
    "Will the workers find other jobs?",
    "I hope so. The packaging plant of Derby has forty places for workers of the mill.",
    "Are you sad?",
    "My father built the mill. The machines of the mill will go to a museum in York.",
)


def test_an_interview_is_told_by_what_stands_before_its_first_question():
    assert standfirst(article("\n".join(TALK), "The last days of the mill")) == TALK[0]
    asked = tuple(Block(Label.HEADING if line.endswith("?") else Label.PARAGRAPH, line) for line in TALK)
    assert standfirst(replace(article("", "The last days of the mill"), blocks=asked)) == TALK[0]
    assert not key_points(article("\n".join((*TALK, *TALK[1:])), "The last days of the mill"))


def test_an_article_that_asks_and_answers_itself_is_no_interview():
    answer = "The mill of Leeds has forty workers and no buyer."
    asking = [line if line.endswith("?") else answer for line in TALK]
    assert answer in standfirst(article("\n".join((TALK[0], *asking[1:])), "The last days of a mill"))


def test_a_question_is_told_with_what_answers_it_or_not_at_all():
    asked = (
        "Does the owner pay for it?\nThe council of Leeds pays for the closure.\nThe mill was built in 1904 by Hale."
    )
    seen = view(article(asked))
    told = [tuple(one.place for one in chosen) for chosen in choosing.sets(seen.sentences)]
    assert (0, 1) in told
    assert not {(0,), (0, 2)} & {*told}
    assert not any(point.endswith("?") for point in key_points(article(f"{asked}\n{MILL}", "Paper mill to close")))


@pytest.mark.parametrize(
    ("headline", "may"), [("The Orrin mill closes in Leeds…", True), ("The Orrin mill closes in Leeds", False)]
)
def test_a_sentence_that_the_headline_breaks_off_may_still_be_told(headline, may):
    seen = view(article("The Orrin mill in Leeds closes for good.", headline))
    assert seen.allows(seen.sentences[0]) is may


@pytest.mark.parametrize(
    ("own", "printed"),
    [
        (
            "Three hundred people will lose their jobs when the mill in Leeds closes, and the town has no other works "
            "that could take so many.",
            "{own}",
        ),
        ("Three hundred people will lose their jobs when it closes.", "{own} {lead}"),
        (
            "Three hundred people in Leeds lose their jobs at the mill. Click here for pictures of its last day.",
            "Three hundred people in Leeds lose their jobs at the mill. {lead}",
        ),
        ("They will lose their jobs when it closes in May, managers said.", None),
    ],
    ids=["long", "short", "leans in part", "leans"],
)
def test_the_pages_own_standfirst_is_used_if_it_reads_alone(own, printed):
    story = article(MILL, "Paper mill to close")
    lead = story.blocks[0].text.split(". ")[0] + "."
    plain = standfirst(story)
    wanted = plain if printed is None else printed.format(own=own, lead=lead)
    assert standfirst(replace(story, standfirst=own)) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("", ""),
        ("Closed today.", "Closed today."),
        ('"We are sad.\n"We are angry.', '"We are sad. "We are angry.'),
        ("word " * 100 + "end.", ""),
        (
            "The mill will close in May." + "Its owner and " + "many of the " * 30 + "workers left.",
            "The mill will close in May.",
        ),
    ],
)
def test_where_nothing_may_stand_the_lead_does_as_far_as_it_fits(text, wanted):
    assert standfirst(article(text)) == wanted


def test_of_sentences_that_a_dump_ran_together_the_best_stand():
    glued = "They were angry at first.The mill in Leeds will close in May.Its " + "very old " * 40 + "owner left."
    assert standfirst(article(glued, "Angry")) == "The mill in Leeds will close in May."


@pytest.mark.parametrize(
    ("title", "wanted"), [("Workers go to court", "orr"), ("Ada Orr goes to court", ""), ("Orr goes to court", "")]
)
def test_nobody_is_called_by_a_surname_before_the_full_name(title, wanted):
    text = "The union of paper workers is led by Ada Orr.\nMrs. Orr will speak to the court in York on Monday."
    found = sentences_of(article(text, title))
    assert [one.calls for one in found] == [frozenset(), frozenset({wanted} - {""})]
    assert reads(found)
    assert reads(found[1:]) is not bool(wanted)


@pytest.mark.parametrize(
    ("lang", "before", "text", "called"),
    [
        ("de", "Das Werk leitet Vertriebsleiter Robert Weiss.", "Der Bus fährt, sagt Weiss.", "weiss"),
        ("en", "The court heard from a Mr Howard of Leeds.", "The mill will not pay, says Mr Howard.", "howard"),
        ("en", "The union is led by Ada Orr.", "The court sent for Orr in May.", "orr"),
    ],
)
def test_a_surname_is_known_behind_an_office_and_in_the_midst_of_a_sentence(lang, before, text, called):
    assert [one.calls for one in sentences_of(article(f"{before}\n{text}", lang=lang))] == [
        frozenset(),
        frozenset({called}),
    ]


@pytest.mark.parametrize(
    ("title", "text", "called"),
    [
        ("Ada Orr dies at 88", "The key armed the charge that would end a launch.", "key"),
        ("Ada Orr and the key", "The key armed the charge that would end a launch.", ""),
        ("Ada Orr dies at 88", "The key to the mill was found in her desk.", ""),
        ("Ada Orr dies at 88", "The mill in York has another lock.", ""),
        ("Ada Orr dies at 88", "The desk was sold in May.", "desk"),
        ("Ada Orr dies at 88", "The old museum of York bought her letters in May.", ""),
    ],
)
def test_a_thing_is_not_called_the_key_before_a_key_was_told_of(title, text, called):
    first = "Ada Orr wore a key and sat at an old desk."
    found = sentences_of(article(f"{first}\n{text}", title))
    assert [one.calls for one in found] == [frozenset(), frozenset({called} - {""})]
    assert reads(found)
    assert reads(found[1:]) is not bool(called)


def test_the_number_behind_a_name_is_nobodys_surname():
    found = sentences_of(
        article("The women of Leeds won the Euro 2022 in London.\nThe men have won nothing since 2022.")
    )
    assert [one.calls for one in found] == [frozenset(), frozenset()]


def test_what_an_articles_first_sentence_points_at_is_in_the_headline():
    first, later = sentences_of(article("The mill has closed these machines.\nThe mill has closed these machines."))
    assert (first.leans, later.leans) == (False, True)


def test_what_stands_far_behind_is_another_story():
    lines = [f"The mill number {n} in Leeds makes paper." for n in range(FAR + 2)]
    found = sentences_of(article("\n".join(lines)))
    assert follows(found[FAR], found[:1])
    assert not follows(found[FAR + 1], found[:1])


def test_a_sentence_that_is_too_long_is_cut_where_a_clause_ends():
    long = "The mill in Leeds will close in May and nobody knows why, " + "and the workers wait " * 20 + "for news."
    assert standfirst(article(long)) == "The mill in Leeds will close in May and nobody knows why."
    said = "The mill in Leeds will close in May and nobody knows why, " + "and the workers wait " * 20 + "said Orr."
    assert standfirst(article(said)) == ""


def test_a_long_lead_is_told_as_far_as_a_clause_with_what_stands_beside_it():
    long = "Hale Group will close the mill of Leeds in May, " + "and the workers wait " * 15 + "for news."
    told = standfirst(article(f"{long}\nIts owner lost 12 million pounds in 2022.\n{MILL}"))
    assert told.startswith("Hale Group will close the mill of Leeds in May.")


@pytest.mark.parametrize(
    "front", ["While the owners of the mill in Leeds waited", "After ten years of loss at the mill"]
)
def test_no_sentence_is_cut_to_what_only_leads_up_to_it(front):
    assert front + "." not in standfirst(article(f"{front}, the workers" + " and the owners" * 25 + " left in May."))


@pytest.mark.parametrize(
    ("lang", "text", "wanted"),
    [
        (
            "en",
            "The mayor of Brimley opened the new dock on Monday and, in front of the crews, left it again for good.",
            "The mayor of Brimley opened the new dock on Monday.",
        ),
        (
            "es",
            "La alcaldesa abrió ayer el muelle nuevo de Brimley y, en su lugar, cerró el viejo para todos los barcos.",
            "La alcaldesa abrió ayer el muelle nuevo de Brimley.",
        ),
        ("es", "La alcaldesa de Brimley anunció ayer que, según los datos del puerto, el muelle nuevo se cierra.", ""),
    ],
)
def test_no_sentence_is_cut_behind_a_word_with_which_it_goes_on(lang, text, wanted):
    assert next(heads(text, lang), "") == wanted


def test_key_points_are_three_to_five_sentences_that_the_standfirst_does_not_tell():
    mill = article(MILL, "Paper mill to close")
    told = standfirst(mill)
    points = key_points(mill)
    assert 3 <= len(points) <= 5
    assert not [point for point in points if point in told or leans(point, "en")]
    assert list(points) == sorted(points, key=lambda point: MILL.index(point[1:]))


@pytest.mark.parametrize(("heading", "may"), [("The union's lawyers", True), ("Rust & dust", False)])
def test_a_point_out_of_a_guides_entry_names_the_entrys_thing_or_the_guides(heading, may):
    torn = "A large panel with seven buttons makes every setting easy for lawyers and for owners."
    mill = article(MILL, "Paper mill to close")
    entries = [
        Block(Label.HEADING, "Prices"),
        Block(Label.HEADING, "A court in York"),
        Block(Label.HEADING, "Machines"),
        Block(Label.HEADING, heading),
    ]
    blocks = (*mill.blocks[:2], Block(Label.PARAGRAPH, torn), *mill.blocks[2:])
    seen = view(replace(mill, blocks=blocks))
    assert may_be_point(seen, torn)
    blocks = (*mill.blocks, *entries, Block(Label.PARAGRAPH, torn))
    assert may_be_point(view(replace(mill, blocks=blocks)), torn) is may
    assert may_be_point(view(replace(mill, blocks=(*mill.blocks, *entries[1:], Block(Label.PARAGRAPH, torn)))), torn)


def test_only_sentences_that_can_be_chosen_are_asked_whether_they_stand():
    seen = view(article("\n".join(f"{MILL}\nMill number {n} will stay open for now." for n in range(3)), "Paper mill"))
    choosing.best_set(seen)
    asked = ["sound" in vars(one) for one in seen.sentences]
    assert choosing.FIELD <= sum(asked) < len(asked)


def test_an_article_of_nothing_but_quotes_is_told_by_them():
    assert standfirst(article(MILL, kind=Label.QUOTE)) == standfirst(article(MILL))


def test_a_short_article_has_no_key_points():
    short = article(" ".join(MILL.split(". ")[:3]) + ".")
    assert key_points(short) == ()


@pytest.mark.parametrize("hostile", ["(", '"', "But ", "“", "he said ", ", he ", "'", "A. ", ". . . ", "中文"])
def test_hostile_text_takes_no_time(hostile):
    text = hostile * (100_000 // len(hostile))
    told = article(text + ".\n" + MILL)
    assert describe(told, Memory()).article == told


def test_sentences_of_a_script_without_blanks_stand_side_by_side():
    text = "浜風電機は18日、北浦市に電池の新工場を建設すると発表した。投資額は1200億円で、2028年春の稼働を目指す。"
    told = standfirst(article(text, lang="ja"))
    assert told.count("。") > 1
    assert " " not in told


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Correction: an earlier version of this story gave the wrong name. The mill's owner is Hale Group.", "en"),
        ("In einer früheren Version hieß es, die Mühle gehöre der Stadt. Sie gehört der Hale-Gruppe in Leeds.", "de"),
    ],
)
def test_what_corrects_an_article_tells_none_of_it(text, lang):
    assert [one.text for one in sentences_of(article(f"{MILL}\n{text}", lang=lang)) if one.text in text] == []


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("So, in the end, the council voted for the plan.", "In the end, the council voted for the plan."),
        ("So, for other reasons, does the council, which wants the mill.", None),
        ("Nor, he said, has the council asked for the plan of the mill.", None),
    ],
)
def test_an_opener_that_turns_its_sentence_around_stays(text, left):
    assert trimmed(text, "en") == (left or text)


def test_a_sentence_that_offers_something_is_never_printed():
    assert not sound("If you buy something from a link in this story, the paper earns money.", "en")


def test_a_lead_that_tells_most_of_what_the_headline_does_is_printed():
    lead = (
        "A jury on Friday convicted a former keeper in Leeds of stealing more than 1.3 million pounds in seized cash "
        "from an evidence room over seven years, money that prosecutors said he had spent on a lake house, a bass boat "
        "and his daughter's wedding."
    )
    text = (
        f"{lead}\n"
        "Dale Hale, 56, was found guilty of 11 counts of theft and four counts of filing false tax returns. Jurors "
        "deliberated for about five hours over two days. He was acquitted of one count of witness tampering.\n"
        "Hale, who ran the property room of the Leeds police from 2014 until 2021, showed no reaction as the verdict "
        "was read.\n"
        "Prosecutors relied on bank records that showed 212 cash deposits by Hale. Two men who had been in prison for "
        "more than three years were released in Leeds."
    )
    made = standfirst(article(text, "Jury convicts former keeper of stealing 1.3 million from evidence room"))
    assert made.startswith(lead)


@pytest.mark.parametrize(
    ("own", "printed"),
    [
        ("Three hundred people in Leeds will lose their jobs when the mill closes.", True),
        ("They will lose their jobs when it closes in May, managers said.", False),
    ],
)
def test_the_pages_own_standfirst_stands_once(own, printed):
    rest = article(MILL, "Paper mill to close")
    told = describe(replace(rest, standfirst=own, blocks=(Block(Label.STANDFIRST, own), *rest.blocks)), Memory())
    assert told.summary.startswith(own) is printed
    assert (told.article.blocks == rest.blocks) is printed
