"""The line model: pages with labelled lines, the chain that is fitted to them, and its score."""
