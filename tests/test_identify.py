"""Language identification, as a table."""

import pytest

from copydesk.language import identify

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
