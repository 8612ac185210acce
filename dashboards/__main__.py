"""Start the dashboard: `python -m dashboards`, with Streamlit's options after it."""

import sys
from pathlib import Path

from streamlit.runtime.pages_manager import PagesManager
from streamlit.web import cli


def main() -> None:
    """Run app.py; a link to any page works from the first visit on.

    Until st.navigation has run once, Streamlit takes the files of pages/ for the whole
    navigation and would answer the first visitor's link with "Page not found".
    """
    PagesManager.uses_pages_directory = False
    app = Path(__file__).parent / "app.py"
    sys.argv = ["streamlit", "run", str(app), *sys.argv[1:]]
    cli.main()


if __name__ == "__main__":
    main()
