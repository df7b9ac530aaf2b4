"""Templates become code that asks less of what it prints and calls; the pages are the same, byte for byte.

A site of 2,000 articles prints six million values and calls a million macros. jinja2 asks each of them anew whether it
is safe already, and whether it wants to know the page.
"""

from collections.abc import Callable
from functools import cache

from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import Template
from jinja2.runtime import Context, Macro
from markupsafe import Markup, escape

Remembered = type(cache(escape))
"""What the filter `remembered` makes of a macro."""


class DirectContext(Context):
    """What a page knows; it calls macros without asking what they are."""

    def call(self, function: Callable[..., object], *args: object, **values: object) -> object:
        """Call what a template calls; whatever is no macro is left to jinja2."""
        kind = type(function)
        if kind is not Macro and kind is not Remembered:
            return super().call(function, *args, **values)
        values.pop("_block_vars", None)
        values.pop("_loop_vars", None)
        return function(self.eval_ctx, *args, **values) if kind is Macro else function(*args, **values)


class DirectCode(CodeGenerator):
    """The code of a template; what it prints goes through `printed`, which it finds as a global of the environment."""

    def visit_Template(self, node: Template, frame: Frame | None = None) -> None:  # noqa: N802 - jinja2's name
        """Write the code of a whole template; `escape` is what jinja2 calls on each value that it prints."""
        super().visit_Template(node, frame)
        self.writeline(f"escape = environment.globals[{PRINTED!r}]")


PRINTED = "printed"


def printed(value: object) -> str:
    """Return a value as it is printed; what is markup already is not wrapped in markup twice more."""
    return value if type(value) is Markup else escape(value)
