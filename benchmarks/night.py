"""Where the time of a night goes: the first, one with nothing changed, a new day.

Run it as `make bench`. Each night is a process of its own, as cron would start it, so
the seconds hold every import. Rewrites the section "Night" of benchmarks/RESULTS.md.
"""

import json
import os
import platform
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
RESULTS = ROOT / "benchmarks" / "RESULTS.md"
NIGHTS = {
    "first night": (["--full"], 90),
    "nothing changed": ([], 45),
    "nothing changed, built all the same": (["--full"], 90),
    "a day later": (["--day", "2026-06-01"], 90),
}
"""What is measured: the arguments of the night, and the seconds it may take."""


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        build = Path(folder) / "build"
        rows = [measured(name, build) for name in NIGHTS]
        size = sum(
            path.stat().st_size / 1e6
            for path in (build / "generations" / str(len(rows))).rglob("*")
            if path.is_file()
        )
    write_section("Night", section(rows, size))


def measured(name: str, build: Path) -> list[str]:
    arguments, limit = NIGHTS[name]
    began = time.monotonic()
    ran = subprocess.run(
        [
            sys.executable,
            "-m",
            "pipelines",
            "nightly",
            "--build",
            str(build),
            *arguments,
        ],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
    )
    seconds = time.monotonic() - began
    report = json.loads((build / "current" / "report.json").read_text())
    steps = [
        report[f"{step}_seconds"] or 0.0 for step in ("load", "transform", "check")
    ]
    return [
        name,
        *(f"{step:.1f}" for step in steps),
        f"{seconds - sum(steps):.1f}",
        f"**{seconds:.1f}**",
        str(limit),
        str(ran.returncode),
    ]


def section(rows: list[list[str]], size: float) -> str:
    head = ["night", "load", "transform", "check", "rest", "all", "limit", "exit code"]
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    table = "\n".join(f"| {' | '.join(line)} |" for line in lines)
    return (
        f"{table}\n\nSeconds of the sample firm's night as a process, with imports, "
        f"on {os.cpu_count()} cores, Python {platform.python_version()}. The rest is "
        f"starting Python, publishing and sealing. A generation takes {size:.0f} MB.\n"
    )


def write_section(title: str, text: str) -> None:
    """Put one section into the results and leave the others as they are."""
    before = RESULTS.read_text() if RESULTS.exists() else "# Results\n"
    kept = re.sub(rf"\n## {title}\n.*?(?=\n## |\Z)", "", before, flags=re.DOTALL)
    RESULTS.write_text(f"{kept.rstrip()}\n\n## {title}\n\n{text}")


if __name__ == "__main__":
    main()
