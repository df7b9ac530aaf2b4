"""The headline of a raw page is found wherever it stands, and none is made up where the page has none."""

from pathlib import Path

import pytest

from telaah.clean import clean
from telaah.model import Source, Stated
from telaah.settings import Options
from telaah.settings import settings as read_settings

CASES = Path(__file__).parent / "cases" / "read"
OUTLETS = read_settings(Options(CASES, Path("site"), Path("templates"))).outlets

PAGES = {
    "id": (
        "Jembatan Gantung Wanasari Dibuka Kembali Setelah Setahun Rusak",
        ("Situs ini memakai kuki supaya kunjungan Anda berikutnya terasa lebih lancar dan nyaman.",
         "Daftarkan alamat surel Anda untuk menerima rangkuman kabar kota setiap pagi hari kerja.",
         "Cuaca hari ini berawan dengan suhu dua puluh delapan derajat di sebagian besar wilayah."),
        ("Jembatan gantung di Desa Wanasari dibuka kembali pada Senin pagi setelah setahun rusak diterjang banjir.",
         "Warga Wanasari selama setahun menyeberang dengan rakit karena jembatan itu putus di bagian tengah.",
         "Kepala desa mengatakan perbaikan jembatan memakai baja baru dan dikerjakan oleh warga sendiri.",
         "Anak sekolah kini dapat menyeberangi jembatan tanpa menunggu rakit yang hanya jalan dua kali sehari."),
    ),
    "en": (
        "Hill Farmers Bring Back the Grey Ox to Plough Steep Fields",
        ("This page sets small files on your device so that it can remember what you have already seen.",
         "Give the gift of local reporting: a year of the paper costs less than a cup of tea a week.",
         "Rain is expected along the coast this afternoon, with a high of fourteen degrees inland."),
        ("Hill farmers above the town of Carrow have brought back the grey ox to plough fields too steep for tractors.",
         "The last grey ox was sold thirty years ago, when farmers in the valley bought their first small tractors.",
         "An ox walks slowly, says one of the farmers, but it does not slide, and it needs no fuel at all.",
         "Four more farms want to plough with oxen next spring, and the school has asked for a visit."),
    ),
    "de": (
        "Alte Mühle am Erlbach mahlt nach vierzig Jahren wieder Korn",
        ("Diese Seite speichert kleine Dateien auf Ihrem Gerät, damit sie sich an Ihren Besuch erinnern kann.",
         "Bestellen Sie die gedruckte Ausgabe jetzt zum halben Preis und lesen Sie am Wochenende in Ruhe.",
         "Am Nachmittag ziehen Wolken auf, die Temperatur erreicht in den Tälern kaum zwölf Grad."),
        ("Die alte Mühle am Erlbach hat am Samstag zum ersten Mal seit vierzig Jahren wieder Korn gemahlen.",
         "Ein Verein hat die Mühle über sechs Jahre hinweg gekauft, ausgeräumt und Balken für Balken erneuert.",
         "Das Korn kommt von drei Höfen im Tal, deren Bauern das Mehl im eigenen Laden verkaufen wollen.",
         "Wer sehen möchte, wie die Mühle mahlt, kann jeden ersten Samstag im Monat zum Erlbach kommen."),
    ),
    "fr": (
        "La dernière forge de Saint-Aubry rouvre grâce à deux apprenties",
        ("Nous déposons de petits fichiers sur votre appareil afin de mieux connaître vos habitudes de lecture.",
         "Recevez chaque matin les nouvelles de la région dans votre boîte, gratuitement et sans engagement.",
         "Le temps restera couvert cet après-midi, avec quelques éclaircies sur les collines du nord."),
        ("La dernière forge de Saint-Aubry a rouvert mardi, reprise par deux apprenties de la vallée voisine.",
         "Les deux apprenties ont passé un an à réparer le soufflet et les outils que le forgeron avait laissés.",
         "La forge fabrique surtout des grilles et des outils de jardin pour les maraîchers de Saint-Aubry.",
         "Une troisième apprentie doit arriver en septembre, et la forge accueillera les écoles le jeudi."),
    ),
    "es": (
        "El molino de Valdehierro vuelve a dar luz a todo el pueblo",
        ("Esta página guarda pequeños archivos en su equipo para recordar lo que usted ya ha leído aquí.",
         "Regale un año de periodismo local a quien más quiere por menos de lo que cuesta un café.",
         "Por la tarde se esperan nubes y algo de viento en la sierra, con máximas de quince grados."),
        ("El molino de Valdehierro vuelve a dar luz a todo el pueblo desde el lunes, después de medio siglo parado.",
         "Los vecinos limpiaron el canal y compraron una turbina usada con el dinero de la venta de leña.",
         "El molino produce más luz de la que gasta el pueblo, y lo que sobra se vende a la compañía.",
         "El alcalde de Valdehierro calcula que la turbina estará pagada dentro de siete años."),
    ),
}  # fmt: skip
"""Headline, sentences of a frame, paragraphs of the story; by language."""


@pytest.mark.parametrize("language", PAGES)
def test_a_headline_is_found_below_sentences_of_a_frame(language):
    headline, frame, story = PAGES[language]
    page = read("Kabar Lembah", "Home", "Sport", *frame, headline, *story)
    assert page.title == headline
    assert [paragraph.text for paragraph in page.paragraphs[: len(story)]] == list(story)


@pytest.mark.parametrize("language", PAGES)
def test_a_headline_in_the_first_line_is_still_found(language):
    headline, _, story = PAGES[language]
    assert read(headline, *story).title == headline


def test_a_teaser_of_another_story_above_the_headline_is_not_taken_for_it():
    headline, frame, story = PAGES["en"]
    other, _, told = PAGES["de"]
    assert read("Home", other, told[0], *frame, headline, *story).title == headline


@pytest.mark.parametrize("language", PAGES)
def test_a_story_without_a_headline_gets_none(language):
    assert read(*PAGES[language][2]).title is None


def read(*lines: str):
    source = Source("x.txt", "x", "0" * 64, "text", "\n\n".join(lines) + "\n", 1, Stated(), {})
    return clean(source, OUTLETS, "x.txt")
