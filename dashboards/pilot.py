"""What a pilot shows and leaves out, in words that stand on every page."""

from dashboards import pieces, words
from dashboards.warehouse import has, read

TOTALS = """
select anchor, n_clients, n_clients_left_out, left_out_amount, currency_code
from marts.pilot_totals
where anchor in ('expected', 'planned', 'billed')
order by anchor
"""
SAID = {"expected": "sold", "planned": "planned", "billed": "billed"}


def sentences() -> list[str]:
    """Return what is left out, or nothing when the whole firm is shown."""
    totals = read(TOTALS) if has("marts.pilot_totals") else []
    if not totals:
        return []
    first = totals[0]
    shown = words.count(first["n_clients"], "client")
    others = words.count(first["n_clients_left_out"], "other", "others")
    by_anchor = {row["anchor"]: row["left_out_amount"] for row in totals}
    told = [
        f"{words.whole(by_anchor[anchor])} {said}"
        for anchor, said in SAID.items()
        if anchor in by_anchor
    ]
    return [
        f"This is a pilot: it shows {shown} and leaves out {others}.",
        f"Left out of the numbers is {first['currency_code']} {words.listed(told)}.",
    ]


def draw() -> None:
    """Say on every page that it is a pilot, when it is one."""
    if told := sentences():
        pieces.paragraph(" ".join(told), "pilot")


def limits(filters_text: str) -> str:
    """Return the filters of a file, with what a pilot leaves out of it."""
    return ". ".join([filters_text, *sentences()])
