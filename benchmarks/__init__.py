"""What the program is measured on; nothing of it runs in a build."""
