"""Merges at the source: a record that became part of another one, which did so too."""

from collections.abc import Mapping


def followed(redirects: Mapping[str, str]) -> dict[str, str]:
    """Return each merged record with the one that is left at the end of its chain.

    Of records that were merged in a circle, none leads anywhere: they are left out.
    """
    found = {}
    for loser in redirects:
        seen, winner = {loser}, redirects[loser]
        while winner in redirects and winner not in seen:
            seen.add(winner)
            winner = redirects[winner]
        if winner not in seen:
            found[loser] = winner
    return found
