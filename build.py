"""The front door: `python build.py` builds the site; `python build.py --help` says what else there is."""

import sys

if __name__ == "__main__":
    try:
        from telaah.door import entry
    except KeyboardInterrupt:
        sys.stderr.write("interrupted; nothing was begun\n")
        sys.exit(130)
    entry()
