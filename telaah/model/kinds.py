"""The words and kinds of text that values of every stage use."""

from typing import Literal, NewType

Html = NewType("Html", str)
"""Markup that the sanitiser made (telaah.clean.markdown); nothing else may make one."""

Kind = Literal["article", "digest"]
Form = Literal["markdown", "text", "html"]
Rights = Literal["full", "excerpt", "link"]
Basis = Literal["desk", "stated", "metadata", "inferred"]
CorrectionKind = Literal["correction", "clarification", "update", "retraction", "reply"]
Standing = Literal["draft", "future", "expired"]
"""Why an article is not published now; None where it is."""
Role = Literal["reporter", "editor", "photographer", "author"]
Status = Literal["denied", "alleged", "planned", "confirmed", "unnamed"]
Act = Literal["dead", "hurt", "missing", "displaced", "arrested", "treated", "rescued"]
"""What may become of people who are counted."""
FigureKind = Literal["count", "money", "measure", "share"]
Precision = Literal["day", "month", "year", "interval"]
DateBasis = Literal["stated", "resolved"]
"""Whether a date is printed with its year or was resolved by the day of publication."""
NameKind = Literal["person", "organisation", "place", "other"]
How = Literal["dateline", "footer", "republished", "cue", "first-report", "metadata"]
ParagraphKind = Literal["standfirst", "body", "subhead", "quote", "list", "table"]
LineClass = Literal[
    "headline", "standfirst", "kicker", "byline", "date", "caption", "image_credit", "source_credit",
    "republish_credit", "outlet_label", "pagination", "body", "subhead", "read_also", "promo", "duplicate",
    "furniture", "quote", "list", "table",
]  # fmt: skip
