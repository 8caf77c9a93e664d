"""A page in, its article out without what a board asks of its readers: cookies, partners, choices."""

import pytest

from copydesk.cleaning import clean
from copydesk.cleaning.boxes import is_box, is_button
from copydesk.cleaning.consents import asks_leave
from copydesk.model import Label
from tests.test_cleaning import seed
from tests.test_ends import ABOVE
from tests.test_lists import LONG

BOARD = (
    "When you visit our website, we store cookies on your browser to collect information. It might relate to you.",
    "Manage Consent Preferences",
    "Strictly Necessary Cookies - Always Active",
    "We do not allow you to opt-out of our certain cookies, as they are necessary to ensure the proper functioning of "
    "our website (such as prompting our cookie banner and remembering your privacy choices).",
    "Ferry Company Partners",
    "Our islanders' cookies tell you which timetable was yours.",
    "Social Media Cookies",
    "Social media cookies are set by a range of social media services that we have added to the site.",
    "Confirm My Choices",
)
ASKS = "This content is provided by a network, which may be using cookies and other technologies."


def kept(*rows):
    return [line.text for line in clean(seed("\n\n".join((*ABOVE, *rows)))).kept if line.label is not Label.HEADLINE]


@pytest.mark.parametrize("at", [0, 2, len(LONG)])
def test_a_board_goes_whole_wherever_it_stands(at):
    assert kept(*LONG[:at], *BOARD, *LONG[at:]) == list(LONG)


def test_a_paragraph_between_two_that_ask_stays():
    rows = [row for paragraph in LONG for row in (ASKS, paragraph)]
    assert kept(*rows, ASKS) == list(LONG)


@pytest.mark.parametrize(
    "text",
    [
        "The council will ask the islanders whether cookies may tell it which ferry they took, Orr said on Friday.",
        "Regulators fined the ferry company 40,000 crowns, since its site stored cookies before anybody had agreed.",
        "The company sells what its passengers do on the site to partners, among them a bank and two grocers.",
    ],
)
def test_a_story_of_cookies_stays(text):
    assert kept(*LONG[:2], text, *LONG[2:]) == [*LONG[:2], text, *LONG[2:]]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("cs", "Souhlas s těmito technologiemi nám umožní zpracovávat údaje, jako je chování při procházení."),
        ("da", "Vi og vores partnere behandler data for at levere: Opbevare og/eller tilgå oplysninger på en enhed."),
        ("de", "Genaue Standortdaten verwenden. Messung der Performance von Inhalten."),
        ("es", "Si no permite estas cookies algunos de nuestros servicios no funcionarán correctamente."),
        ("fi", "Jos et salli näitä evästeitä, näet vähemmän kohdennettua mainontaa."),
        ("fr", "Le stockage ou l’accès technique qui est utilisé exclusivement à des fins statistiques."),
        ("it", "Archiviare informazioni su dispositivo e/o accedervi."),
        ("ja", "これらのCookieを許可しない場合、一部のサービスが正しく機能しないことがあります。"),
        ("nl", "Deze cookies zijn nodig anders werkt de website niet."),
        (
            "no",
            "Vi og våre partnere behandler data for å levere: Lagre og/eller få tilgang til informasjon på en enhet.",
        ),
        ("pl", "Przechowywanie informacji na urządzeniu lub dostęp do nich."),
        ("pt", "Armazenar e/ou acessar informações em um dispositivo."),
        ("pt", "Armazenar e/ou aceder a informações num dispositivo."),
        ("ru", "Хранение информации на устройстве и/или доступ к ней."),
        ("sv", "Lagra och/eller få åtkomst till information på en enhet."),
        ("tr", "Teknik depolama veya erişim, yalnızca istatistiksel amaçlarla kullanılır."),
    ],
)
def test_a_board_asks_in_its_language(lang, text):
    assert asks_leave(text, lang)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("cs", "Toto je modální okno. Můžete je zavřít klávesou Escape."),
        ("da", "Dette websted bruger Akismet til at reducere spam."),
        ("de", "Sie sehen gerade einen Platzhalterinhalt. Klicken Sie auf die Schaltfläche."),
        ("es", "Has alcanzado tu límite de artículos gratuitos este mes."),
        ("fi", "Sähköpostiosoitettasi ei julkaista. Pakolliset kentät on merkitty *"),
        ("fr", "Ce site utilise Akismet pour réduire les indésirables."),
        ("it", "Stai utilizzando un ad blocker. La pubblicità ci permette di offrirti le notizie."),
        ("ja", "このサイトはreCAPTCHAによって保護されています。"),
        ("nl", "Je gebruikt een adblocker. Advertenties betalen onze krant."),
        ("nl", "Door je aan te melden ga je akkoord met onze voorwaarden."),
        ("no", "Vi oppdaget at du bruker en annonseblokker. Annonsene betaler for journalistikken."),
        ("pl", "Notowania opóźnione o co najmniej 15 minut."),
        ("pt", "Este site é protegido pelo reCAPTCHA."),
        ("ru", "Похоже, вы используете блокировщик рекламы."),
        ("sv", "Denna webbplats skyddas av reCAPTCHA."),
        ("tr", "Üzgünüz, yorum yapabilmek için oturum açmalısınız."),
    ],
)
def test_forms_players_and_meters_speak_of_themselves(lang, text):
    assert is_box(text, lang)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("cs", "Přijmout vše"),
        ("da", "Tillad alle cookies"),
        ("de", "Einwilligungspräferenzen verwalten"),
        ("es", "Rechazar todo"),
        ("fi", "Hyväksy kaikki"),
        ("fr", "Continuer sans accepter"),
        ("it", "Rifiuta tutti"),
        ("ja", "すべて許可する"),
        ("nl", "Alles weigeren"),
        ("no", "Godta alle"),
        ("pl", "Lista partnerów (dostawców)"),
        ("pt", "Confirmar minhas escolhas"),
        ("ru", "Подтвердить мой выбор"),
        ("sv", "Hantera samtycke"),
        ("tr", "Tümünü kabul et"),
    ],
)
def test_what_the_buttons_of_a_board_say(lang, text):
    assert is_button(text, lang)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("cs", "Úřad pro ochranu osobních údajů dal přepravci pokutu, protože web ukládal cookies bez souhlasu."),
        ("cs", "Kraj se chce ostrovanů zeptat, zda smí soubory cookie prozradit, kterým přívozem jeli."),
        ("da", "Datatilsynet kritiserer rederiet, fordi siden lagde cookies, før nogen havde givet samtykke."),
        ("da", "Rederiet solgte oplysninger om sine passagerer til partnere, blandt dem en bank og to købmænd."),
        ("de", "Die Aufsicht verhängte ein Bußgeld, weil die Reederei Cookies setzte, ehe jemand zugestimmt hatte."),
        ("de", "Wer die Seite öffnet, liest „Diese Website verwendet Cookies“ und kann nur auf Zustimmen drücken."),
        ("de", "Die Reederei gab die Daten ihrer Fahrgäste an Partner weiter, darunter eine Bank und zwei Händler."),
        ("es", "La agencia multó a la naviera porque su web guardaba cookies antes de que nadie diera permiso."),
        ("es", "La naviera vendió a sus socios los datos personales de los pasajeros, según la sentencia."),
        ("fi", "Tietosuojavaltuutettu moitti varustamoa, koska sivusto tallensi evästeitä ilman suostumusta."),
        ("fi", "Varustamo myi matkustajien henkilötietoja kumppaneilleen, muun muassa pankille."),
        ("fr", "La Cnil a infligé une amende à la compagnie, dont le site déposait des cookies sans consentement."),
        ("fr", "La compagnie cédait à ses partenaires publicitaires les données personnelles de ses passagers."),
        ("it", "Il garante ha multato la compagnia perché il sito installava cookie prima di ogni consenso."),
        ("it", "La compagnia vendeva ai suoi partner i dati personali dei passeggeri, tra cui una banca."),
        ("ja", "個人情報保護委員会は、同意を得ずにCookieで利用者を追跡したとして、船会社を指導した。"),
        ("ja", "船会社は乗客の閲覧履歴を、銀行など提携先3社に販売していた。"),
        ("nl", "De toezichthouder gaf de rederij een boete omdat de site cookies plaatste voor iemand instemde."),
        ("nl", "De rederij verkocht de persoonsgegevens van passagiers aan partners, onder wie een bank."),
        ("no", "Datatilsynet ga rederiet bot fordi nettstedet lagret informasjonskapsler uten samtykke."),
        ("no", "Rederiet solgte opplysninger om passasjerene til partnere, blant dem en bank."),
        ("pl", "Urząd ukarał armatora, bo strona zapisywała pliki cookie, zanim ktokolwiek wyraził zgodę."),
        ("pl", "Armator sprzedawał dane osobowe pasażerów partnerom, wśród nich bankowi."),
        ("pt", "A comissão multou a transportadora porque o site gravava cookies antes de qualquer consentimento."),
        ("pt", "A empresa vendeu os dados pessoais dos passageiros a parceiros, incluindo um banco."),
        ("ru", "Суд оштрафовал пароходство: его сайт сохранял файлы cookie до того, как посетитель дал согласие."),
        ("ru", "Пароходство передавало персональные данные пассажиров партнёрам, в том числе банку."),
        ("sv", "Myndigheten bötfällde rederiet eftersom sajten lagrade kakor innan någon hade samtyckt."),
        ("sv", "Rederiet sålde uppgifter om sina passagerare till partner, bland dem en bank."),
        ("tr", "Kurul, site izin almadan çerez yerleştirdiği için denizcilik şirketine ceza kesti."),
        ("tr", "Şirket, yolcuların kişisel verilerini aralarında bir bankanın da bulunduğu ortaklarına sattı."),
    ],
)
def test_a_story_of_cookies_asks_nothing_of_its_readers(lang, text):
    assert not any(tells(text, lang) for tells in (asks_leave, is_box, is_button))
