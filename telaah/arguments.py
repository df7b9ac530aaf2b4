"""The command line's words become a namespace, or usage and help."""

import argparse
from collections.abc import Sequence
from itertools import takewhile
from pathlib import Path

from telaah import __version__
from telaah.settings import SHIPPED_TEMPLATES

COMMANDS = {
    "build": "build the site (the default)",
    "check": "do everything but publishing; say every problem at once",
    "explain": "say what was understood, line by line and why",
    "init": "make a new briefing folder, ready to build",
    "new": "write a commented file to fill in",
    "serve": "show the site while you write; it follows every change",
    "add": "take pages into the content folder, from files, addresses or a feed",
    "verify": "compare a published site with its manifest",
}
FORMATS = ("text", "json", "github")
"""How problems are printed: for people, for programs, for the pages of GitHub."""
LAST_PORT = 65_535
STEERED = ("build", "check", "explain", "serve")
"""Commands that read the content and so take the options that steer reading and publishing."""

SWITCHES = ("--quiet", "--strict", "--no-search", "--drafts")
"""Options without a value, which may stand before the command."""


def with_command(arguments: Sequence[str]) -> list[str]:
    """Return the words with the command first: the one that stands among them behind switches, else `build`."""
    given = list(arguments)
    if given[:1] in (["-h"], ["--help"], ["--version"]) or (given and not given[0].startswith("-")):
        return given
    switches = list(takewhile(SWITCHES.__contains__, given))
    rest = given[len(switches) :]
    return [rest[0], *switches, *rest[1:]] if rest and rest[0] in COMMANDS else ["build", *given]


def parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line; what is not built yet is not offered."""
    top = argparse.ArgumentParser(
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
    templates = SHIPPED_TEMPLATES or Path("templates")
    _add_content(command)
    command.add_argument("--site", type=Path, default=Path("site"), metavar="DIR", help="where the site goes")
    command.add_argument("--templates", type=Path, default=templates, metavar="DIR", help="what the reader sees")
    command.add_argument("--base-url", metavar="URL", help="where the site will be published")
    command.add_argument(
        "--cache", type=Path, default=Path(".cache"), metavar="DIR", help="what may be remembered; deleting it is safe"
    )
    command.add_argument("--jobs", type=_count, metavar="N", help="processes to work in; as many as processors")
    command.add_argument("--engine", choices=("serial", "processes"), default="processes", help="how to work")
    command.add_argument("--strict", action="store_true", help="warnings are errors")
    command.add_argument("--quiet", action="store_true", help="no progress and no closing count")
    command.add_argument("--no-search", action="store_true", help="leave the search index out")
    command.add_argument(
        "--drafts", action="store_true", help="also show drafts, future and expired articles, each marked as such"
    )


def _count(text: str) -> int:
    """Return a number of processes; argparse names the option when it is not one."""
    number = _whole(text)
    if number is None or number < 1:
        raise argparse.ArgumentTypeError(f"{text} is not a number of processes; write 1 or more")
    return number


def _port(text: str) -> int:
    number = _whole(text)
    if number is None or not 0 <= number <= LAST_PORT:
        raise argparse.ArgumentTypeError(f"{text} is not a port; write 0 to {LAST_PORT}")
    return number


def _whole(text: str) -> int | None:
    try:
        return int(text)
    except ValueError:
        return None


def _add_build(command: argparse.ArgumentParser) -> None:
    _add_format(command, FORMATS)


def _add_check(command: argparse.ArgumentParser) -> None:
    _add_format(command, FORMATS)
    command.add_argument("--external", action="store_true", help="also ask whether the addresses of originals answer")


def _add_explain(command: argparse.ArgumentParser) -> None:
    command.add_argument("paths", nargs="+", type=Path, metavar="FILE|DIR", help="an article, or a folder of them")
    command.add_argument("--write", action="store_true", help="also draft a sidecar, FILE.toml, to correct")
    _add_format(command, ("text", "jsonl", "github"))


def _add_init(command: argparse.ArgumentParser) -> None:
    command.add_argument("folder", type=Path, metavar="DIR", help="a folder that is empty or does not exist yet")
    _add_format(command, FORMATS)


def _add_new(command: argparse.ArgumentParser) -> None:
    command.add_argument("kind", choices=("article", "topic"), help="what to write")
    command.add_argument("name", metavar="NAME", help="its title; the file's name is made from it")
    _add_content(command)
    _add_format(command, FORMATS)


def _add_serve(command: argparse.ArgumentParser) -> None:
    command.add_argument("--host", default="127.0.0.1", metavar="NAME", help="where to listen; this machine alone")
    command.add_argument("--port", type=_port, default=8000, metavar="N", help="0 takes any free one; 8000")


def _add_add(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "wishes", nargs="+", metavar="FILE|URL", help="a saved page, a text, a mail, a web archive, or an address"
    )
    command.add_argument("--feed", action="store_true", help="they are feeds; take the entries that are new")
    _add_content(command)
    _add_format(command, FORMATS)


def _add_verify(command: argparse.ArgumentParser) -> None:
    command.add_argument("site", nargs="?", default="site", metavar="SITE", help="a folder, or an http(s) address")
    command.add_argument("--quiet", action="store_true", help="no closing count")
    _add_format(command, FORMATS)


def _add_content(command: argparse.ArgumentParser) -> None:
    command.add_argument("--content", type=Path, default=Path("content"), metavar="DIR", help="what the desk edits")


def _add_format(command: argparse.ArgumentParser, formats: tuple[str, ...]) -> None:
    command.add_argument("--format", choices=formats, default=formats[0], help="how to print; github makes annotations")


_ADD = {
    "build": _add_build,
    "check": _add_check,
    "explain": _add_explain,
    "init": _add_init,
    "new": _add_new,
    "serve": _add_serve,
    "add": _add_add,
    "verify": _add_verify,
}
"""What each command takes beside the common options."""
