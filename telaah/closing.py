"""What a build did becomes the line that counts it, in which whatever was left out is named."""

from telaah.model import Report


def closing(report: Report, seconds: float) -> str:
    """Return the line that counts what was done and names what was left out."""
    dated = (("future article", report.future), ("expired article", report.expired))
    parts = [
        f"{counted(report.articles, 'article')} in {counted(report.topics, 'topic')}",
        _aside(counted(len(report.drafts), "draft"), report.drafts, report),
        *(_aside(counted(len(files), noun), files, report) for noun, files in dated if files),
        counted(report.files, "file"),
        f"{seconds:.1f} s",
    ]
    if report.skipped:
        parts.insert(-2, f"{counted(report.skipped, 'file')} skipped by name")
    return ", ".join(parts)


def _aside(number: str, files: tuple[str, ...], report: Report) -> str:
    """Return how many articles are not published now, what became of them, and their names."""
    return " ".join([number, "shown" if report.shown and files else "left out", *files])


def counted(number: int, noun: str) -> str:
    """Return a number with its noun in the form that goes with it."""
    return f"{number} {noun}{'' if number == 1 else 's'}"
