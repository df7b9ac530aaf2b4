"""What several pages of one outlet share is taken out of all of them, and out of nobody else's."""

from pathlib import Path

from telaah.clean import clean
from telaah.clean.furniture import RULE, without_furniture
from telaah.model import Article, Source, Stated
from telaah.settings import Options
from telaah.settings import settings as read_settings

CASES = Path(__file__).parent / "cases" / "read"
OUTLETS = read_settings(Options(CASES, Path("site"), Path("templates"))).outlets
NOTE = "Kantor kami menerima surat pembaca setiap hari kerja dan menjawabnya dalam waktu satu pekan."
SUBJECTS = ("jembatan", "pasar", "sekolah", "pelabuhan")


def test_a_paragraph_of_three_pages_of_one_outlet_is_furniture():
    articles = without_furniture([page(subject, "Kompas.com") for subject in SUBJECTS[:3]])
    for article in articles:
        assert NOTE not in [paragraph.text for paragraph in article.paragraphs]
        assert [(each.line, each.text, each.rule) for each in article.removed if each.rule == RULE] == [(7, NOTE, RULE)]
        assert [each.cls for each in article.lines if each.line == 7] == ["furniture"]
        assert len(article.paragraphs) == 2


def test_two_pages_three_outlets_and_unknown_ones_keep_it():
    for outlets in (("Kompas.com",) * 2, ("Kompas.com", "Tempo", "Antara"), (None,) * 3):
        articles = [page(subject, name) for subject, name in zip(SUBJECTS, outlets, strict=False)]
        assert without_furniture(articles) == tuple(articles)
        assert all(NOTE in [paragraph.text for paragraph in article.paragraphs] for article in articles)


def test_one_story_three_times_is_no_furniture():
    articles = [page("jembatan", "Kompas.com") for _ in range(3)]
    assert without_furniture(articles) == tuple(articles)


def page(subject: str, outlet: str | None) -> Article:
    text = (
        f"Warga Kota Memperbaiki {subject.capitalize()} Bersama\n\n"
        f"Warga kota memperbaiki {subject} bersama sejak hari Minggu, kata ketua kampung di tepi sungai.\n\n"
        f"Perbaikan {subject} itu memakai kayu dari hutan desa dan selesai dalam tiga pekan saja.\n\n"
        f"{NOTE}\n"
    )
    return clean(Source("x.txt", subject, "0" * 64, "text", text, 1, Stated(outlet=outlet), {}), OUTLETS, "x.txt")
