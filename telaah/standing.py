"""An article and the day of the edition become whether it is published now, waits, or is over."""

from telaah.model import Article, Standing, days


def standing(article: Article, edition: str | None) -> Standing | None:
    """Return why an article is not published now, or None where it is.

    `edition` is the day that site.toml names, YYYY-MM-DD. Without one nothing is future or expired: the clock is never
    asked. A date that is known to the month or year is taken at its first day for what is to come, and at its last for
    what is over, so that nothing is left out on a guess.
    """
    stated = article.source.stated
    if stated.draft:
        return "draft"
    today = days(edition)
    published, expires = days(article.published.value), days(stated.expires)
    if today and published and published.first > today.last:
        return "future"
    if today and expires and expires.last < today.first:
        return "expired"
    return None
