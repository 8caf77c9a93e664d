"""Language identification, as a table."""

import pytest

from copydesk.language import identify
from copydesk.language.identify import plainly

TEXTS = [
    ("The harbour board voted to widen the quay.", "en"),
    ("Der Hafenrat will den Kai verbreitern.", "de"),
    ("Le conseil du port veut élargir le quai.", "fr"),
    ("El consejo del puerto quiere ampliar el muelle.", "es"),
    ("Il consiglio del porto vuole allargare la banchina.", "it"),
    ("O conselho do porto não quer alargar o cais agora.", "pt"),
    ("De havenraad zal de kade dit jaar verbreden.", "nl"),
    ("Rada portu chce poszerzyć nabrzeże.", "pl"),
    ("Совет порта хочет расширить набережную.", "ru"),
    ("Liman kurulu rıhtımı genişletmek istiyor.", "tr"),
    ("港の委員会は岸壁を広げたいと考えている。", "ja"),
    ("港务委员会希望今年扩建码头。", "zh"),
    ("Havnestyret ønsker å utvide kaien før vinteren kommer.", "no"),
    ("Přístavní rada chce letos rozšířit severní nábřeží.", "cs"),
    ("", "en"),
    ("2026 – 14:30", "en"),
]


@pytest.mark.parametrize(("text", "lang"), TEXTS)
def test_languages(text, lang):
    assert identify(text) == lang


PLAIN = [
    ("The harbour board has said that it will widen the quay, and that the work is to begin in May. It was not the "
     "first to ask for it: those who work there have been at it for years, and most of them are glad.", "en"),
    ("Der Hafenrat hat gesagt, dass er den Kai verbreitern will und dass die Arbeit im Mai beginnen soll. Er war nicht "
     "der erste, der es wollte: wer dort arbeitet, hat es seit Jahren auch so gesehen und freut sich nun.", "de"),
    ("Le conseil du port a dit qu'il veut élargir le quai et que le travail doit commencer en mai. Il n'est pas le "
     "premier à le vouloir : ceux qui sont dans le port le disent depuis des années, et ils en sont contents.", "fr"),
    ("Die hawe se raad het gesê dat hulle die kaai in Mei gaan verbreed en dat die werk nie lank sal duur nie. Dit is "
     "nie die eerste keer dat hulle dit gevra het nie, maar nou is daar geld vir die werk en die mense is bly.", ""),
    ("De raad van de haven heeft gezegd dat hij de kade in mei gaat verbreden en dat het werk niet lang zal duren. Het "
     "is niet de eerste keer dat men dat vraagt, maar nu is er geld voor en zijn de mensen die er werken blij.", ""),
    ("Quay widened.", ""),
    ("Ada Orr, Ben Hale, Harbour Ledger, Port Ellery, Quay Street, Ferry Lane, Market Hall, Town Board " * 3, ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "lang"), PLAIN)
def test_small_words_tell_a_language_without_close_kin(text, lang):
    assert plainly(text) == lang
    assert not lang or identify(text) == lang
