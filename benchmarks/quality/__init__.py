"""What the program reads, beside its peers: one command a form, each prints a table."""
