"""Names of articles become names of the briefing: joined where spelling or the articles show it, never on a guess."""

import random

from analysed import article

from telaah.group.entities import entities
from telaah.model import NO_READING, Analysis, Name, Placed
from telaah.names import DeskName, DeskNames, key_of


def placed(id_, *names, topics=("a",), related=()):
    return Placed(Analysis(article(id_, "Judul"), (), names, (), (), NO_READING), topics, related)


def person(text, *forms, desk=None):
    return Name(text, "person", forms, desk)


def found(*articles, desk=DeskNames()):  # noqa: B008 - frozen
    return {entity.text: entity for entity in entities(articles, desk)}


def test_a_name_of_one_article_is_none_of_the_briefing():
    assert not found(placed("a", person("Siti Aminah")), placed("b", person("Budi Hartono")))


def test_hyphens_case_accents_and_full_stops_tell_no_names_apart():
    spellings = ("Kim Jong-un", "KIM JONG UN", "Kim Jong Un", "Kim Jong Un")
    kim = found(*(placed(f"a{n}", person(text)) for n, text in enumerate(spellings)))["Kim Jong Un"]
    assert kim.articles == ("a0", "a1", "a2", "a3")
    assert kim.forms == ("KIM JONG UN", "Kim Jong-un")
    assert key_of("José Ramos-Horta") == key_of("Jose Ramos Horta")
    assert key_of("Ma'ruf") == key_of("Ma’ruf") == key_of("Maruf")
    assert key_of("U.S.") == key_of("US")


def test_letters_of_other_scripts_keep_their_signs():
    assert key_of("किम") != key_of("कम")


def test_a_short_acronym_is_no_common_word():
    assert key_of("AS") != key_of("As")
    assert key_of("NATO") == key_of("Nato")


def test_a_short_form_joins_the_only_person_whose_name_it_may_be_part_of():
    both = found(placed("a", person("Vladimir Putin", "Putin")), placed("b", person("Putin")))
    assert both["Vladimir Putin"].articles == ("a", "b")
    assert both["Vladimir Putin"].forms == ("Putin",)
    assert "Putin" not in both


def test_a_short_form_that_fits_two_persons_is_nobodys():
    ambiguous = found(
        placed("a", person("Kim Jong Un", "Kim")),
        placed("b", person("Kim Yo Jong", "Kim")),
        placed("c", person("Kim")),
        placed("d", person("Kim")),
        placed("e", person("Kim Jong Un")),
    )
    assert list(ambiguous) == ["Kim Jong Un"]
    assert ambiguous["Kim Jong Un"].articles == ("a", "e")


def test_a_short_form_in_an_article_on_another_story_joins_nobody():
    apart = (placed("a", person("Budi Hartono")), placed("b", person("Budi"), topics=("b",)))
    assert not found(*apart)
    related = (placed("a", person("Budi Hartono")), placed("b", person("Budi"), topics=("b",), related=("a",)))
    assert found(*related)["Budi Hartono"].articles == ("a", "b")


def test_only_persons_are_called_by_a_part_of_their_name():
    assert not found(placed("a", Name("Uni Soviet", "place")), placed("b", Name("Soviet", "place")))


def test_an_acronym_joins_the_long_form_that_another_article_gives_for_it():
    amerika = Name("Amerika Serikat", "place", ("AS",))
    joined = found(placed("a", amerika), placed("b", Name("AS", "place"), topics=("b",)))
    assert joined["Amerika Serikat"].articles == ("a", "b")


def test_an_acronym_with_two_long_forms_joins_neither():
    two = found(
        placed("a", Name("Partai Persatuan Pembangunan", "organisation", ("PPP",))),
        placed("b", Name("Program Pasar Pagi", "other", ("PPP",))),
        placed("c", Name("PPP", "organisation")),
        placed("d", Name("PPP", "organisation")),
    )
    assert {name: entity.articles for name, entity in two.items()} == {"PPP": ("c", "d")}


def test_the_kind_is_what_most_articles_take_it_for():
    kinds = ("person", "place", "place")
    assert found(*(placed(f"a{n}", Name("Luhansk", kind)) for n, kind in enumerate(kinds)))["Luhansk"].kind == "place"


def test_names_of_the_desk_are_there_from_one_article_on_under_its_id_and_marked():
    (budi,) = found(placed("a", person("Budi", "B. Hartono", "Budi", desk="budi-si-tukang"))).values()
    assert (budi.id, budi.basis, budi.forms) == ("budi-si-tukang", "desk", ("B. Hartono",))


def test_two_names_of_one_spelling_that_the_desk_tells_apart_stay_apart():
    names = entities(
        (
            placed("a", person("Budi", "Budi", desk="budi")),
            placed("b", person("Budi")),
            placed("c", person("Budi")),
        ),
        DeskNames(),
    )
    assert [(entity.basis, entity.articles) for entity in names] == [("desk", ("a",)), ("automatic", ("b", "c"))]
    assert names[0].id == "budi"
    assert names[1].id.startswith("budi-")


def test_a_short_form_that_the_desk_keeps_apart_is_not_joined():
    desk = DeskNames.of([DeskName("putin", "Vladimir Putin", apart=("Putin",))])
    long = person("Vladimir Putin", "Vladimir Putin", desk="putin")
    apart = found(placed("a", long), placed("b", person("Putin")), placed("c", person("Putin")), desk=desk)
    assert apart["Vladimir Putin"].articles == ("a",)
    assert apart["Putin"].articles == ("b", "c")


def test_the_order_of_articles_never_matters():
    chance = random.Random(7)  # noqa: S311 - generated names, no secret
    words = ("Sari", "Dewi", "Tono", "Wati", "Hadi", "Lestari")
    articles = []
    for n in range(60):
        names = dict.fromkeys(" ".join(chance.sample(words, chance.randint(1, 2))) for _ in range(3))
        articles.append(placed(f"a{n:02}", *map(person, names), topics=(f"t{n % 9}",)))
    once = entities(articles, DeskNames())
    assert once
    shuffled = chance.sample(articles, len(articles))
    assert {(e.id, e.text, e.kind, e.forms, frozenset(e.articles)) for e in entities(shuffled, DeskNames())} == {
        (e.id, e.text, e.kind, e.forms, frozenset(e.articles)) for e in once
    }
