"""Telaah turns a folder of other people's articles into a published news briefing that a stranger can check."""

__version__ = "0.1.0"
