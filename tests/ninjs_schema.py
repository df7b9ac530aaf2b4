"""What an item of ninjs must keep to: our statement of the part we use, and the IPTC's own schema where it is at hand.

The IPTC publishes ninjs-schema_3.1.json under CC BY 4.0. Laid into tests/data, or named by TELAAH_NINJS_SCHEMA, every
item that the tests look at is held to it as well.
"""

import json
import os
from pathlib import Path

from jsonschema import Draft202012Validator, FormatChecker

DATA = Path(__file__).parent / "data"
USED = json.loads((DATA / "ninjs-3.1-used.json").read_text("utf-8"))
PUBLISHED_ID = "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#"


def published():
    """Return the IPTC's schema, None where nobody laid it down; a path that leads nowhere is a mistake."""
    named = os.environ.get("TELAAH_NINJS_SCHEMA")
    path = Path(named) if named else DATA / "ninjs-schema_3.1.json"
    if not named and not path.is_file():
        return None
    schema = json.loads(path.read_text("utf-8"))
    assert schema["$id"] == PUBLISHED_ID, f"{path} is another schema"
    return schema


def by(schema):
    return Draft202012Validator(schema, format_checker=FormatChecker())


SCHEMAS = tuple(by(schema) for schema in (USED, published()) if schema)


def validated(content):
    """Return the item that a file holds; it must be one by every schema at hand."""
    item = json.loads(content)
    assert [error.message for schema in SCHEMAS for error in schema.iter_errors(item)] == []
    return item
