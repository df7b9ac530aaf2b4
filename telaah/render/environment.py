"""Templates and the views that fill them become pages; a template's error becomes a problem with its place."""

import traceback
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateNotFound, TemplateSyntaxError

from telaah.model import Page
from telaah.problems import InputError, Problem
from telaah.render.catalogue import Words, direction
from telaah.render.direct import PRINTED, DirectCode, DirectContext, printed
from telaah.render.spoken import Fixed, install


class TemplateFailed(InputError):
    """A template that cannot be read, or that cannot be filled for a page."""


@dataclass(frozen=True, slots=True)
class Templates:
    """The templates of some folders, ready to be filled for the tree of one language; the first folder's win.

    `assets` gives an asset's address by its name; `prefix` is the folder that the tree's pages stand in.
    """

    folders: tuple[Path, ...]
    environment: Environment
    assets: Mapping[str, str]
    prefix: str

    def page(self, template: str, path: str, view: Mapping[str, object], top: str | None = None) -> Page:
        """Fill a template for the page at `path` below the tree; `top` leads from the page to the site's root.

        Templates also get `root`, which leads to the root of the tree: all pages are below that, all else below `top`.
        """
        address = self.prefix + path
        root = "../" * path.count("/") if top is None else top + self.prefix
        to_top = "../" * address.count("/") if top is None else top

        def asset(name: str) -> str:
            return to_top + self.assets[name]

        try:
            text = self.environment.get_template(template).render(
                {**view, "path": path, "root": root, "top": to_top, "asset": asset}
            )
        except Exception as error:
            raise self._failure(error, address) from error
        return Page(address, (text.strip() + "\n").encode())

    def _failure(self, error: Exception, path: str) -> Exception:
        """Return the problem if the error arose in a template, and the error itself, a bug of ours, if not."""
        place = self._place(error)
        if place is None:
            return error
        message = f"this template fails for the page {path}: {type(error).__name__}: {error}"
        hint = "correct the template, or build with the templates that came with the program"
        file, line = place
        return TemplateFailed([Problem("error", "template-failed", message, hint, str(file), line)])

    def _place(self, error: Exception) -> tuple[Path, int | None] | None:
        """Return the innermost template and line; jinja2 writes template frames into the traceback."""
        if isinstance(error, TemplateSyntaxError):
            return Path(error.filename or self.folders[0]), error.lineno
        frames = traceback.extract_tb(error.__traceback__)
        ours = [frame for frame in frames if self._holds(Path(frame.filename))]
        if ours:
            return Path(ours[-1].filename), ours[-1].lineno
        if isinstance(error, TemplateNotFound):
            return self.folders[0] / str(error.name), None
        return None

    def _holds(self, file: Path) -> bool:
        return any(file.is_relative_to(folder) for folder in self.folders)


def templates(
    folders: tuple[Path, ...], words: Words, assets: Mapping[str, str], prefix: str, shared: Mapping[str, object]
) -> Templates:
    """Return the templates of some folders for one tree; `shared` are the values that every page may print."""
    environment = Environment(
        loader=FileSystemLoader(folders),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n", Fixed],
        auto_reload=False,
        cache_size=-1,
    )
    environment.policies["ext.i18n.trimmed"] = True
    environment.context_class = DirectContext
    environment.code_generator_class = DirectCode
    environment.globals[PRINTED] = printed
    install(environment, words)
    # A macro under this filter is filled once for equal values: the same articles stand in very many lists.
    environment.filters["remembered"] = lru_cache(None, typed=True)
    environment.filters["number"] = words.number
    environment.filters["direction"] = direction
    environment.globals.update({**shared, "tree": prefix})
    return Templates(folders, environment, assets, prefix)
