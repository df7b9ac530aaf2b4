"""The keys of site.toml: one table from which come the check of the file, its annotated example and its reference."""

from dataclasses import dataclass

SCHEMA = 1
"""The version of the format of site.toml that this program reads."""
SUMMARY_WORDS = 60
"""Words of a summary: what the human summaries of IndoSum have on average, 59."""
LEAST_SUMMARY, MOST_SUMMARY = 20, 300
"""Words that a desk may ask for: a sentence of news, and more than half of a usual article."""


@dataclass(frozen=True, slots=True)
class SiteKey:
    """A key: its type, what it means in full sentences, how it is written, and what holds where it is left out.

    `written` is TOML; `default` completes "Left out: ..." . `former` are names under which the key went in earlier
    versions, or goes in other generators; they are still read, with a warning that names the key.
    """

    name: str
    kind: type
    meaning: str
    written: str
    default: str
    former: tuple[str, ...] = ()


KEYS = (
    SiteKey(
        "schema", int,
        "The version of this file's format. A later program that reads the keys in another way can tell by it.",
        "1", "1",
    ),
    SiteKey(
        "name", str,
        "The name in the masthead and in the title of every page.",
        '"Telaah"', '"Telaah"', ("title",),
    ),
    SiteKey(
        "languages", list,
        "Languages of the interface as ISO 639-1 codes; the first is the site's own. Articles keep their own language.",
        '["id"]', '["id"]',
    ),
    SiteKey(
        "base_url", str,
        "The public address of the site, for what must be a whole address: feeds, the site map, ninjs, preview "
        "pictures, canonical links and the links of the page for errors. All other links are relative and work under "
        "any address.",
        '"https://example.org/briefing/"', "no address; --base-url on the command line may give one",
        ("baseURL", "baseurl"),
    ),
    SiteKey(
        "time_zone", str,
        "The zone in which this desk works, by its IANA name. The time of an article is always taken in its outlet's "
        "zone, never in this one.",
        '"Asia/Jakarta"', "none", ("timezone",),
    ),
    SiteKey(
        "edition", str,
        "The day of this edition, as YYYY-MM-DD: what counts as today. Articles published after it, and articles that "
        "expire before it, are left out and named at the end of a build.",
        '"2024-05-31"', "the newest known publication date, and then nothing is left out by its date; the clock is "
        "never asked",
    ),
    SiteKey(
        "lead", str,
        "The id of the topic that opens the home page: the name of its file in topics/ without the ending.",
        '"pasar-terapung"', "the topic with the most articles, then the one with the latest article",
    ),
    SiteKey(
        "default_rights", str,
        "How much of a text is shown where neither the article nor its outlet says: full, excerpt or link. A desk that "
        "copies other people's articles chooses excerpt or link unless it may republish them.",
        '"full"', '"full", and every build says how many articles nobody stated the rights of',
    ),
    SiteKey(
        "summary_words", int,
        f"About how many words the summary of an article has, from {LEAST_SUMMARY} to {MOST_SUMMARY}. Summaries are "
        "whole sentences, so one may be some words shorter or longer.",
        str(SUMMARY_WORDS), str(SUMMARY_WORDS),
    ),
    SiteKey(
        "contact", str,
        "How readers reach the desk: an address of mail or web.",
        '"redaksi@example.org"', "the site says that none is given",
    ),
    SiteKey(
        "about", str,
        "Who makes this briefing, in a sentence or two in the site's language.",
        '"Taklimat ini disusun oleh redaksi kami."', "the site says nothing of its makers",
    ),
)  # fmt: skip
