"""Interface words become functions that templates call, and, where a template names them, part of the template."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache, lru_cache

from jinja2 import Environment
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from markupsafe import Markup

from telaah.render.catalogue import Words

CALL = ["name", "lparen", "string", "rparen"]
OPEN, CLOSE, SAFE = ("lparen", "("), ("rparen", ")"), (("pipe", "|"), ("name", "safe"))
COUNTED = 1 << 14
"""Most counts with their words that are remembered: a page prints five, and most pages the same."""


class Fixed(Extension):
    """Puts words that no value goes into in their place when a template is compiled: a page asks forty times else.

    The words stand in the code as a safe string, so that jinja2 joins them with the markup around them.
    """

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """Replace `_("words")` by the words of the environment's language."""
        tokens = list(stream)
        place = 0
        while place < len(tokens):
            call = tokens[place : place + len(CALL)]
            if [token.type for token in call] == CALL and call[0].value in ("_", "gettext"):
                yield from self._in_place(call)
                place += len(CALL)
            else:
                yield tokens[place]
                place += 1

    def _speak(self, message: str) -> str:
        speak: Callable[[str], Markup] = self.environment.globals["_"]  # type: ignore[assignment]  # ours, see install
        return str(speak(message))

    def _in_place(self, call: list[Token]) -> Iterator[Token]:
        line, message = call[0].lineno, call[2].value
        try:
            words = self._speak(message)
        except (KeyError, TypeError, ValueError):
            # Words that want values which nobody gives: the page that prints them says so, with its place.
            yield from call
        else:
            yield from (Token(line, *part) for part in (OPEN, ("string", words), *SAFE, CLOSE))


def spoken(words: Words) -> dict[str, Callable[..., Markup]]:
    """Return the functions that print interface words, as the i18n extension has them but for the context.

    Those of the extension ask for the context of the page, and get a copy of it at every call in a loop.
    """

    @cache
    def fixed(message: str) -> Markup:
        return filled(message, {})

    def filled(message: str, values: Mapping[str, object]) -> Markup:
        return Markup(words.gettext(message)) % values  # noqa: S704 - interface words are ours

    def gettext(message: str, **values: object) -> Markup:
        return filled(message, values) if values else fixed(message)

    @lru_cache(COUNTED, typed=True)
    def ngettext(one: str, many: str, number: int, **values: object) -> Markup:
        words_for = Markup(words.ngettext(one, many, number))  # noqa: S704 - interface words are ours
        return words_for % {"num": number, **values}

    return {"_": gettext, "gettext": gettext, "ngettext": ngettext}


def install(environment: Environment, words: Words) -> None:
    """Give an environment, which has the i18n extension, the words of one language."""
    method: Callable[..., None] = vars(environment)["install_gettext_callables"]
    method(words.gettext, words.ngettext, newstyle=True, pgettext=words.pgettext)
    environment.globals.update(spoken(words))
