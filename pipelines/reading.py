"""Let dbt read its models, as a process of its own that ends when the night ends.

Its standard input is a pipe whose other end the night holds and never writes to: the
kernel closes that end however the night ends, SIGKILL included.
"""

import os
import sys
import threading


def main() -> None:
    """Read every model; what was read lies where DBT_TARGET_PATH says."""
    threading.Thread(target=_end_with_the_night, daemon=True).start()
    # Slow import: dbt takes about two seconds, and the thread above must run before.
    from dbt.cli.main import dbtRunner

    if not dbtRunner().invoke(["--quiet", "parse"]).success:
        # After an upgrade dbt can take a metric that moved for two of one name.
        dbtRunner().invoke(["--quiet", "--no-partial-parse", "parse"])


def _end_with_the_night() -> None:
    os.read(sys.stdin.fileno(), 1)
    os._exit(1)


if __name__ == "__main__":
    main()
