"""Where tests find the repository and the shared material, and loud skips where that is absent."""

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


def shared(name: str) -> Path:
    """Return a folder of the shared material, or skip the test that asks for it."""
    folder = SHARED / name
    if not folder.is_dir():
        pytest.skip(f"shared/{name} is absent: nothing was compared with it")
    return folder
