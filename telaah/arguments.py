"""The command line's words become a namespace, or usage and help."""

import argparse
from pathlib import Path

from telaah import __version__

COMMANDS = {
    "build": "build the site (the default)",
    "check": "do everything but publishing; say every problem at once",
    "explain": "say what was understood, line by line and why",
    "verify": "compare a published site with its manifest",
}
STEERED = ("build", "check", "explain")
"""Commands that read the content and so take the options that steer reading and publishing."""


def parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line; what is not built yet is not offered."""
    top = argparse.ArgumentParser(
        prog="build.py",
        description="Turn a folder of other people's articles into a briefing that a stranger can check.",
    )
    top.add_argument("--version", action="version", version=f"telaah {__version__}")
    commands = top.add_subparsers(dest="command", metavar="command", required=True)
    for name, purpose in COMMANDS.items():
        command = commands.add_parser(name, help=purpose, description=purpose)
        if name in STEERED:
            _add_options(command)
        _ADD[name](command)
    return top


def _add_options(command: argparse.ArgumentParser) -> None:
    here = Path(__file__).parent
    templates = next(
        (folder for folder in (here / "templates", here.parent / "templates") if folder.is_dir()), Path("templates")
    )
    command.add_argument("--content", type=Path, default=Path("content"), metavar="DIR", help="what the desk edits")
    command.add_argument("--site", type=Path, default=Path("site"), metavar="DIR", help="where the site goes")
    command.add_argument("--templates", type=Path, default=templates, metavar="DIR", help="what the reader sees")
    command.add_argument("--base-url", metavar="URL", help="where the site will be published")
    command.add_argument("--strict", action="store_true", help="warnings are errors")
    command.add_argument("--quiet", action="store_true", help="no progress and no closing count")
    command.add_argument("--no-search", action="store_true", help="leave the search index out")


def _add_build(command: argparse.ArgumentParser) -> None:
    _add_format(command, ("text", "json"))


def _add_explain(command: argparse.ArgumentParser) -> None:
    command.add_argument("paths", nargs="+", type=Path, metavar="FILE|DIR", help="an article, or a folder of them")
    _add_format(command, ("text", "jsonl"))


def _add_verify(command: argparse.ArgumentParser) -> None:
    command.add_argument("site", nargs="?", default="site", metavar="SITE", help="a folder, or an http(s) address")
    command.add_argument("--quiet", action="store_true", help="no closing count")
    _add_format(command, ("text", "json"))


def _add_format(command: argparse.ArgumentParser, formats: tuple[str, str]) -> None:
    command.add_argument("--format", choices=formats, default=formats[0], help="how to print")


_ADD = {
    "build": _add_build,
    "check": _add_build,
    "explain": _add_explain,
    "verify": _add_verify,
}
"""What each command takes beside the common options."""
