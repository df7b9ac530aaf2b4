"""What is read of a sentence in languages with a file of reporting words of their own, and in one without."""

import pytest
from analysed import article

from telaah.analyse import analyse
from telaah.group.wording import unnamed
from telaah.languages import language
from telaah.languages.quotes import QUOTED, quoting_after
from telaah.languages.segments import BREAK, divided
from telaah.languages.sentences import split


def read(text, language, published=None):
    return analyse(article("satu", "Título", text, language=language, published=published))


@pytest.mark.parametrize(
    ("text", "language", "kind", "unit", "low", "high"),
    [
        ("El ferri llevaba a 1.250 pasajeros.", "es", "count", "pasajeros", 1250, 1250),
        ("La obra costará 3,8 millones de euros.", "es", "money", "EUR", 3.75e6, 3.85e6),
        ("Perdieron mil millones de dólares.", "es", "money", "USD", 1e9, 1e9),
        ("Al menos 37 personas esperan.", "es", "count", "personas esperan", 37, None),
        ("El pueblo repartió 2.400 mantas.", "es", "count", "mantas", 2400, 2400),
        ("Rund 2.400 Menschen flohen.", "de", "count", "Menschen", 2040, 2760),
        ("Etwa 140 freiwillige Helfer kamen.", "de", "count", "freiwillige Helfer", 119, 161),
        ("Der Schaden liegt bei 45,5 Mio. Euro.", "de", "money", "EUR", 45.45e6, 45.55e6),
        ("Das Budget umfasst zwei Billionen Euro.", "de", "money", "EUR", 2e12, 2e12),
        ("L’usine emploie 1 800 salariés.", "fr", "count", "salariés", 1800, 1800),
        ("L’amende est de 150 000 €.", "fr", "money", "EUR", 150_000, 150_000),
        ("Le plan coûte 12,4 millions d’euros.", "fr", "money", "EUR", 12.35e6, 12.45e6),
        ("A obra custa 1.500 reais.", "pt", "money", "BRL", 1500, 1500),
        ("De brug kostte 2,5 miljoen euro.", "nl", "money", "EUR", 2.45e6, 2.55e6),
        ("نقلت العبارة 1,250 راكبا.", "ar", "count", "راكبا", 1250, 1250),
        ("تبلغ الغرامة ١٫٢ مليون دولار.", "ar", "money", "USD", 1.15e6, 1.25e6),
        ("船には乗客1250人がいた。", "ja", "count", "人", 1250, 1250),
        ("損失は3億8000万円だ。", "ja", "money", "JPY", 380_000_000, 380_000_000),
        ("市民3万5000人以上が避難した。", "ja", "count", "人", 35_000, None),
        ("罚款最多1.2亿元。", "zh", "money", "CNY", 0, 1.25e8),
        ("约1000多名乘客获救。", "zh", "count", "名", 1000, None),
        ("Projek itu menelan RM1.2 juta.", "ms", "money", "MYR", 1.15e6, 1.25e6),
    ],
)
def test_a_number_is_read_by_the_signs_of_its_language(text, language, kind, unit, low, high):
    (figure,) = read(text, language).reading.figures
    assert (figure.kind, figure.unit, figure.low) == (kind, unit, pytest.approx(low))
    assert figure.high == (None if high is None else pytest.approx(high))
    assert figure.quote.text in text


@pytest.mark.parametrize(
    ("text", "high"), [("Tornin korkeus on 1.250 km ja paino 3 kg.", 3), ("Osuus on 2,5 % tai 1,250 %.", 2.55)]
)
def test_in_a_language_without_data_a_sign_before_three_digits_says_nothing(text, high):
    (figure,) = read(text, "fi").reading.figures
    assert figure.high == pytest.approx(high)


@pytest.mark.parametrize(
    ("text", "language", "start", "planned"),
    [
        ("Los sindicatos esperan desde el 1 de marzo.", "es", "2023-03-01", False),
        ("El barco pasó la inspección el 2 de febrero de 2023.", "es", "2023-02-02", False),
        ("Encalló el martes frente al puerto.", "es", "2023-03-14", False),
        ("El servicio comenzará el viernes.", "es", "2023-03-17", True),
        ("Pagarán a quienes viajaban en el barco que encalló el martes pasado.", "es", "2023-03-14", False),
        ("Prevé volver el próximo viernes.", "es", "2023-03-17", True),
        ("Am 14. Februar kam die Warnung.", "de", "2023-02-14", False),
        ("Sie will am Freitag kommen.", "de", "2023-03-17", True),
        ("La préfecture l’a annoncé lundi.", "fr", "2023-03-13", False),
        ("La réunion aura lieu le 25 mars.", "fr", "2023-03-25", True),
        ("Une marche est prévue samedi prochain.", "fr", "2023-03-18", True),
        ("O barco encalhou na terça-feira.", "pt", "2023-03-14", False),
        ("De brug werd op dinsdag gesloten.", "nl", "2023-03-14", False),
        ("جنحت العبارة فجر الثلاثاء قرب الميناء.", "ar", "2023-03-14", False),
        ("ومن المقرر استئناف الرحلات يوم الجمعة المقبل.", "ar", "2023-03-17", True),
        ("渡船は14日未明に座礁した。", "ja", "2023-03-14", False),
        ("エンジンは3月1日から故障していた。", "ja", "2023-03-01", False),
        ("発動機は2022年12月5日に交換された。", "ja", "2022-12-05", False),
        ("公司昨天否认了报道。", "zh", "2023-03-14", False),
        ("渡轮周二凌晨搁浅。", "zh", "2023-03-14", False),
        ("Banjir berlaku pada hari Selasa.", "ms", "2023-03-14", False),
    ],
)
def test_a_day_is_read_in_its_language(text, language, start, planned):
    (dated,) = read(text, language, "2023-03-15").reading.moments
    assert (dated.moment.start, dated.moment.planned) == (start, planned)
    assert dated.moment.quote.text in text


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Der Bericht kommt Ende April.", "de"),  # next month, or eleven months ago: the sentence does not say
        ("La réunion se tient le 20 mars.", "fr"),
        ("17日に運航を再開する予定だ。", "ja"),
        ("Hoy en día nadie lo recuerda.", "es"),
        ("Kokous pidetään perjantaina 17. maaliskuuta.", "fi"),
    ],
)
def test_a_day_that_the_words_leave_open_is_not_read(text, language):
    assert read(text, language, "2023-03-15").reading.moments == ()


@pytest.mark.parametrize(
    ("text", "language", "status"),
    [
        ("La naviera negó el fallo del motor.", "es", ("denied",)),
        ("La aduana le negó el permiso de entrada.", "es", ()),
        ("El presunto autor sigue huido.", "es", ("alleged",)),
        ("Die Behörde dementierte Berichte über Risse.", "de", ("denied",)),
        ("Le groupe dément toute panne.", "fr", ("denied",)),
        ("Le parquet n’a pas confirmé la date.", "fr", ()),
        ("A empresa negou a falha.", "pt", ("denied",)),
        ("Het bedrijf ontkent de storing.", "nl", ("denied",)),
        ("Syarikat itu menafikan kebocoran.", "ms", ("denied",)),
        ("نفت الشركة تعطل المحرك.", "ar", ("denied",)),
        ("会社は故障を否定した。", "ja", ("denied",)),
        ("公司否认发动机存在故障。", "zh", ("denied",)),
        ("Yhtiö kiistää vian.", "fi", ()),
    ],
)
def test_a_denial_is_read_in_its_language(text, language, status):
    (said,) = read(text, language).reading.said
    assert said.status == status


@pytest.mark.parametrize(
    ("text", "language", "printed"),
    [
        ("Según un funcionario municipal, el pueblo pagó las mantas.", "es", "un funcionario municipal"),
        ("Laut einem Regierungsbeamten lag ein Schreiben vor.", "de", "einem Regierungsbeamten"),
        ("Selon une source proche, deux capteurs sont en panne.", "fr", "une source proche"),
        ("国土省の関係者は、故障していたと述べた。", "ja", "関係者"),
        ("据知情人士透露，机舱没有任何维修记录。", "zh", "知情人士"),
        ("وقال مسؤول في الوزارة إن المحرك تعطل.", "ar", "مسؤول"),
        ("Volgens een ambtenaar was de brief bekend.", "nl", "een ambtenaar"),
    ],
)
def test_a_source_without_a_name_is_found_in_its_language(text, language, printed):
    analysis = read(text, language)
    quote = unnamed(analysis, analysis.reading.said[0])
    assert quote is not None
    assert quote.text == printed


@pytest.mark.parametrize(
    ("code", "sentences"),
    [
        ("es", ("Llegó tarde.", "¿Qué podía hacer?", "¡Nada!", "«¿Cómo íbamos a irnos?», dijo D.ª Rosa.")),
        ("de", ("Sie kam am 3. Oktober zum 2. Mal.", "„So ist es.“", "Er ging.")),
        ("de", ("Das war 2022.", "Danach kam keiner.")),
        ("ar", ("هل غرقت؟", "لا.", "قال: «عدنا جميعا».")),
        ("ja", ("船は座礁した。", "船長は「沈む。逃げろ」と叫んだ。", "全員が助かった。")),
        ("zh", ("船搁浅了。", "他说：“我们走吧！”", "“没有恐慌。”船长说。")),
        ("fr", ("Il part.", "« Que faire ? »", "« Rien. »", "M. Aubert reste.")),
    ],
)
def test_sentences_end_as_their_language_ends_them(code, sentences):
    assert split(("" if code in ("ja", "zh") else " ").join(sentences), language(code)) == sentences


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("Sie sagte: „Nein.“ Dann ging sie.", ["„Nein.“"]),
        ("Il dit : « Non. » Puis il part.", ["« Non. »"]),
        ("He said “no” twice.", ["“no”"]),
        ("社長は「違う」と述べた。", ["「違う」"]),
        ("It’s the desk’s own.", []),
    ],
)
def test_a_quotation_has_the_marks_of_its_language(text, quoted):
    assert [match[0] for match in QUOTED.finditer(text)] == quoted


def test_a_quotation_that_goes_on_is_open_until_its_own_mark_closes_it():
    assert quoting_after("Sie sagte: „Nein.", "") == "„"
    assert quoting_after("Nie wieder.“", "„") == ""
    assert quoting_after("He said “no", "") == "“"
    assert quoting_after("Il répond : «\u00a0Non", "") == "«"


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        (
            "渡船が南浜港の沖合で座礁した。",
            "ja",
            ["渡船", "が", "南浜港", "の", "沖合", "で", "座礁", "し", "た", "。"],
        ),
        ("渡轮公司否认发动机存在故障", "zh", ["渡轮", "公司", "否认", "发动机", "存在", "故障"]),
        ("渡輪公司否認發動機存在故障", "zh", ["渡輪", "公司", "否認", "發動機", "存在", "故障"]),
        ("l’usine d'Orvane aujourd’hui", "fr", ["l’", "usine d'", "Orvane aujourd’hui"]),
        ("เรือข้ามฟากเกยตื้น", "th", ["เรือข้ามฟากเกยตื้น"]),  # nobody has counted the words of Thai for us
        ("The ferry ran aground.", "en", ["The ferry ran aground."]),
    ],
)
def test_words_that_no_blank_divides_are_divided(text, code, words):
    assert divided(text, language(code)).split(BREAK) == words
    assert divided(text, language(code)).replace(BREAK, "") == text


@pytest.mark.parametrize(
    ("title", "text", "code", "expected", "garbage"),
    [
        ("渡船が座礁", "渡船が座礁した。渡船の乗客は全員が救助された。乗客は渡船を降りた。", "ja", "渡船", "救助さ"),
        ("渡轮搁浅", "渡轮在港口附近搁浅。渡轮公司说，渡轮上的乘客全部获救。", "zh", "渡轮", "的"),
        (
            "L’usine a brûlé",
            "L’usine a brûlé. Les salariés de l’usine sont saufs, l’usine est fermée.",
            "fr",
            "usine",
            "l’usine",
        ),
        ("العبّارة جنحت", "جنحت العبّارة قرب الميناء. وكانت العبّارة تقل ركابا.", "ar", "العبّارة", "ارة"),
    ],
)
def test_keywords_are_whole_words_in_any_script(title, text, code, expected, garbage):
    found = [keyword.text for keyword in analyse(article("satu", title, text, language=code)).keywords]
    assert expected in found
    assert garbage not in found


def test_words_that_nobody_can_tell_apart_are_no_keywords():
    assert analyse(article("satu", "เรือเกยตื้น", "เรือข้ามฟากเกยตื้นใกล้ท่าเรือ", language="th")).keywords == ()
    assert (
        analyse(article("satu", "नौका फँसी", "नौका चट्टानों से टकराई। नौका फँस गई।", language="hi")).keywords[0].text
        == "नौका"
    )


@pytest.mark.parametrize(
    ("text", "code", "names", "none"),
    [
        (
            "Zum Dammbruch kam Ministerpräsidentin Ursula Brandis nach Ahrbach. Millionen Kubikmeter Wasser fielen.",
            "de",
            {"Ursula Brandis": "person", "Ahrbach": "place"},
            {"Dammbruch", "Wasser", "Millionen Kubikmeter Wasser"},
        ),
        (
            "Der Präsident von Frankreich, Paul Meurer, kam.",
            "de",
            {"Frankreich": "place", "Paul Meurer": "person"},
            set(),
        ),
        ("La alcaldesa Carmen Oñate habló en Sevilla.", "es", {"Carmen Oñate": "person", "Sevilla": "place"}, set()),
        ("L’usine d’Orvane est à Lyon, dit Luc Pradel.", "fr", {"Lyon": "place", "Luc Pradel": "person"}, {"L’usine"}),
        ("首相は東京で国連の事務総長と会談した。", "ja", {"東京": "place", "国連": "organisation"}, {"首相"}),
        ("联合国秘书长昨天抵达北京。", "zh", {"联合国": "organisation", "北京": "place"}, {"昨天"}),
        ("وصل الأمين العام إلى القاهرة قادما من الأمم المتحدة.", "ar", {"القاهرة": "place"}, {"الأمين"}),
    ],
)
def test_names_are_told_from_nouns_in_each_language(text, code, names, none):
    found = {name.text: name.kind for name in read(text, code).names}
    assert names.items() <= found.items()
    assert none.isdisjoint(found)
