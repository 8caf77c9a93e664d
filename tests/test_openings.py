"""What stands before a report's first sentence, and inside whose speech a sentence stands."""

import pytest

from copydesk.describing.speeches import speeches
from copydesk.language.openings import opened

TOLD = "The council will close the pier."


@pytest.mark.parametrize(
    ("head", "lang"),
    [
        ("12 novembre 2012. - ", "fr"),
        ("PARIS, 1er août 2012 — ", "fr"),
        ("Zagreb (AFP) - ", "fr"),
        ("1 August 2012 — ", "en"),
        ("(Reuters) - ", "en"),
        ("ALDMOUTH, Aug. 1, 2026 - ", "en"),
        ("LONDON — ", "en"),
        ("Berlin, 3. März (dpa) - ", "de"),
        ("MADRID, 12 de marzo de 2024 (EFE).- ", "es"),
        ('[Article by Ada Orr, Science Editor: "Cattle"] [Text] ', "en"),
        ("Harbour-Ledger.com - ", "en"),
        ("Too much care may harm, says a study THURSDAY, March 31 (HealthDay News) - ", "en"),
    ],
)
def test_place_day_and_agency_stand_before_a_report(head, lang):
    assert opened(head + TOLD, lang) == TOLD


@pytest.mark.parametrize(
    "text",
    [
        TOLD,
        "Aldmouth - the city of light - is lit again.",
        "In 2012 - the last year of the plan - nothing was built.",
        "On 3 May 2021 — A Monday — the mayor left.",
        "Monday - the worst day - came.",
        "The bank (AFB) – A lender – has failed.",
    ],
)
def test_a_sentence_with_a_dash_stays_whole(text):
    assert opened(text, "en") == text


@pytest.mark.parametrize(
    ("parts", "lang", "within"),
    [
        (["“It was late.", "Nobody came.", "We left,” she said.", "The pier closed."], "en", [1]),
        (['"It was late," she said.', "Nobody came."], "en", []),
        (["He lost a mark “ here.", *["Nobody came."] * 9, "Another” there."], "en", []),
        (["– Nous avons attendu longtemps.", "Personne n'est venu, a dit la maire."], "fr", [0]),
        (["– We waited for long.", "Nobody came."], "en", []),
    ],
)
def test_a_sentence_inside_a_speech_is_nobodys_here(parts, lang, within):
    assert [at for at, (_, said) in enumerate(speeches(parts, lang)) if said] == within
