"""The front door: `python build.py` builds the site; `python build.py --help` says what else there is."""

import sys

if __name__ == "__main__":
    from telaah.cli import main

    sys.exit(main(sys.argv[1:]))
