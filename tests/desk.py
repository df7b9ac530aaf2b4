"""A small desk of our own words, built stage by stage, for tests of what changes from one edition to the next."""

from pathlib import Path

import pytest
from places import ROOT

from telaah import pipeline
from telaah.problems import InputError, as_text
from telaah.settings import Options

TEXTS = {
    "jembatan": "Warga dusun di hulu menyeberang lagi lewat jembatan bambu yang selesai dibangun pada hari Sabtu. "
    "Kepala dusun berkata bahwa pekerjaan itu memakan waktu enam pekan.",
    "sekolah": "Sekolah dasar di lembah membuka dua ruang kelas baru pada awal semester. "
    "Guru berharap murid dari desa tetangga ikut mendaftar.",
}


class Desk:
    """A content folder that can be written to and built; `said` builds and gives the codes of its problems."""

    def __init__(self, folder: Path, **site: str) -> None:
        self.folder = folder
        self.languages = '["id"]'
        self.content = folder / "content"
        (self.content / "articles").mkdir(parents=True)
        (self.content / "topics").mkdir()
        self.site_toml(**site)

    def site_toml(self, **keys: str) -> None:
        lines = ['default_rights = "full"', f"languages = {self.languages}", *(f'{k} = "{v}"' for k, v in keys.items())]
        (self.content / "site.toml").write_text("\n".join(lines) + "\n", "utf-8")

    def in_english_too(self) -> None:
        self.languages = '["id", "en"]'
        self.site_toml()

    def article(self, name: str, text: str | None = None, *lines: str, title: str | None = None) -> Path:
        head = [f"title: {title or name.title()}", "outlet: RMOL", f"url: https://kabar.example/{name}", *lines]
        if not any(line.startswith("published") for line in lines):
            head.append("published: 2024-05-06")
        path = self.content / "articles" / f"{name}.md"
        path.write_text("\n".join(["---", *head, "---", "", text or TEXTS[name], ""]), "utf-8")
        return path

    def topic(self, name: str, *articles: str, aliases: tuple[str, ...] = ()) -> Path:
        path = self.content / "topics" / f"{name}.md"
        head = [f"title: {{id: {name.title()}, en: {name.title()}}}", f"articles: [{', '.join(articles)}]"]
        head += [f"aliases: [{', '.join(aliases)}]"] if aliases else []
        path.write_text("\n".join(["---", *head, "---", ""]), "utf-8")
        return path

    def log(self, text: str) -> None:
        (self.content / "corrections.toml").write_text(text, "utf-8")

    def options(self, **more: object) -> Options:
        return Options(self.content, self.folder / "site", ROOT / "templates", search=False, **more)

    def build(self, **more: object) -> pipeline.Outcome:
        return pipeline.build(self.options(**more))

    def said(self, **more: object) -> list[str]:
        codes = [problem.code for problem in self.build(**more).problems]
        return [code for code in codes if code != "base-url-missing"]  # these sites are tried from disk

    def refused(self) -> list[str]:
        """Give the problems of a build that is refused, as printed."""
        with pytest.raises(InputError) as caught:
            self.build()
        return [as_text(problem).replace(str(self.content), "content") for problem in caught.value.problems]

    def page(self, path: str) -> str:
        return (self.folder / "site" / path).read_text("utf-8")

    def has(self, path: str) -> bool:
        return (self.folder / "site" / path).is_file()
