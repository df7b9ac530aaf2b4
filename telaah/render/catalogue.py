"""A catalogue of translations (.po) becomes the interface words, numbers and names of one language."""

import gettext
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from babel import Locale, UnknownLocaleError
from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError, read_po
from babel.numbers import format_decimal, format_percent

from telaah.problems import InputError, Problem
from telaah.settings import SOURCE_LANGUAGE


@dataclass(frozen=True, slots=True)
class Words:
    """The interface in one language; a message without translation is given back in English."""

    language: str
    locale: Locale
    _catalogue: Catalog
    _plural: Callable[[int], int]

    def gettext(self, message: str) -> str:
        """Return the translation of a message."""
        return self._look_up(message, None, 0) or message

    def pgettext(self, context: str, message: str) -> str:
        """Return the translation of a message that needs a context to be understood."""
        return self._look_up(message, context, 0) or message

    def ngettext(self, one: str, many: str, number: int) -> str:
        """Return the translation of a message that counts, in the form that goes with the number."""
        return self._look_up(one, None, self._plural(number)) or (one if number == 1 else many)

    def number(self, value: int) -> str:
        """Return a whole number as it is written in this language."""
        return _decimal(value, self.language)

    def percent(self, value: float) -> str:
        """Return a share, 0 to 1, in whole per cent."""
        return format_percent(value, "#,##0%", locale=self.locale)

    def language_name(self, code: str) -> str | None:
        """Return the name of a language in this language, or None for a code without one (und)."""
        return None if code == "und" else self.locale.languages.get(code)

    def country_name(self, code: str) -> str:
        """Return the name of a country; a code nobody knows is given back as it is."""
        return str(self.locale.territories.get(code.upper(), code))

    def _look_up(self, message: str, context: str | None, form: int) -> str | None:
        found = self._catalogue.get(message, context)
        if found is None or found.fuzzy:
            return None
        forms = (found.string,) if isinstance(found.string, str) else tuple(found.string or ())
        return forms[form] if form < len(forms) else None


def words(language: str, file: Path) -> Words:
    """Read the words of a language from its catalogue, a .po file; English needs none."""
    try:
        locale = Locale.parse(language)
        catalogue = _catalogue(file, locale)
    except (OSError, ValueError, UnknownLocaleError, PoFileError) as error:
        raise InputError([_unusable(language, file, error)]) from error
    return Words(language, locale, catalogue, gettext.c2py(catalogue.plural_expr))


@cache
def direction(language: str) -> Literal["ltr", "rtl", "auto"]:
    """Return which way a language is written; auto, as each text's first letters, where that is not known."""
    try:
        return "rtl" if Locale.parse(language).text_direction == "rtl" else "ltr"
    except (ValueError, UnknownLocaleError):
        return "auto"


@cache
def _decimal(value: int, language: str) -> str:
    """Return a whole number in words of a language; a large site prints the same few numbers half a million times."""
    return format_decimal(value, locale=Locale.parse(language))


def _catalogue(file: Path, locale: Locale) -> Catalog:
    if locale.language == SOURCE_LANGUAGE and not file.is_file():
        return Catalog(locale=locale)
    with file.open("rb") as po:
        return read_po(po, locale=locale, abort_invalid=True)


def _unusable(language: str, file: Path, error: Exception) -> Problem:
    if isinstance(error, OSError):
        message = f"there are no interface words for the language '{language}'"
        hint = "name a language that has a catalogue in templates/locales, or add one"
        return Problem("error", "catalogue-missing", message, hint, str(file))
    message = f"the interface words for '{language}' cannot be read: {error}"
    hint = "this file is a gettext catalogue (.po)"
    return Problem("error", "catalogue-syntax", message, hint, str(file), getattr(error, "lineno", None))
