"""The program's own tables become the pages of this folder: `make reference`."""

from pathlib import Path

from telaah.scaffold.site_toml import reference

if __name__ == "__main__":
    Path(__file__).with_name("site-toml.md").write_text(reference(), "utf-8")
