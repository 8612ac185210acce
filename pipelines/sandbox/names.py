"""A grammar of invented names, and how one name differs from system to system."""

from dataclasses import dataclass
from random import Random

_OPENINGS = (
    "Br Cal Dor Fen Gral Hel Jor Kel Lum Mor Nev Or Pel Quen Ros Sel Tar Ul Vel Wen "
    "Yor Zan "
)
_MIDDLES = "a e i o u an el in or um av eth ir os "
_CLOSINGS = (
    "bright dale den dor fax gard holm lex lin mere mond rath stead thorpe tris "
    "vane vell wick wyn zel "
)
_TRADES = (
    "Logistics",
    "Instruments",
    "Foods",
    "Engineering",
    "Laboratories",
    "Manufacturing",
    "Technologies",
    "Insurance Services",
    "Marine International",
    "Energy",
    "Textiles",
    "Packaging",
    "Medical Devices",
    "Rail Services",
    "Publishing",
)
LEGAL_FORMS = {
    "US": ("Incorporated", "LLC", "Corporation"),
    "GB": ("Limited", "Limited", "PLC"),
    "DE": ("GmbH", "AG"),
    "NL": ("B.V.",),
}
_SHORT_FORMS = {
    "Incorporated": "Inc.",
    "Corporation": "Corp.",
    "Limited": "Ltd",
    "LLC": "L.L.C.",
    "PLC": "plc",
    "GmbH": "Gesellschaft mbH",
    "AG": "Aktiengesellschaft",
    "B.V.": "BV",
}
_SHORT_WORDS = {
    "Logistics": "Log.",
    "Engineering": "Eng.",
    "Laboratories": "Labs",
    "Manufacturing": "Mfg",
    "Technologies": "Tech",
    "Services": "Svcs",
    "International": "Intl",
    "Instruments": "Instr.",
    "Medical": "Med.",
    "Packaging": "Pkg",
}
_ADDED = ("Group", "Holding", "Global")
_FIRST = (
    "Ada Bela Cato Dina Edda Fara Gil Hana Ilmo Jana Kaspar Lena Milo Nadja Odo "
    "Petra Runa Silas Tilda Ugo Vera Wim Xenia Yves Zora Aron Brita Corin Delia "
    "Emil "
)


@dataclass(frozen=True)
class Name:
    """A legal name in its parts."""

    word: str
    trade: str
    form: str
    place: str = ""
    """A place or number that tells sisters apart."""

    def __str__(self) -> str:
        """Return the whole legal name."""
        return " ".join(p for p in (self.word, self.trade, self.place, self.form) if p)


def word(random: Random, taken: set[str]) -> str:
    """Return an invented word that nothing else is called."""
    while True:
        middle = random.choice(_MIDDLES.split())
        made = (
            random.choice(_OPENINGS.split()) + middle + random.choice(_CLOSINGS.split())
        )
        if made not in taken:
            taken.add(made)
            return made


def company(random: Random, country: str, taken: set[str]) -> Name:
    """Return an invented company."""
    trade = random.choice(_TRADES)
    return Name(word(random, taken), trade, random.choice(LEGAL_FORMS[country]))


def person(random: Random, taken: set[str]) -> str:
    """Return an invented person's name."""
    return f"{random.choice(_FIRST.split())} {word(random, taken)}"


def vary(random: Random, name: Name) -> str:
    """Return the name as another system holds it, at rates measured in registers.

    Legal form abbreviated or missing 51 %, a word abbreviated 15 %, added or dropped
    10 %, a typo 2 %, case or punctuation only 18 %; sometimes nothing or several.
    """
    form, trade, more = name.form, name.trade, ""
    if random.random() < 0.51:
        form = random.choice((_SHORT_FORMS[form], ""))
    if random.random() < 0.15:
        trade = " ".join(_SHORT_WORDS.get(part, part) for part in trade.split())
    if random.random() < 0.10:
        if random.random() < 0.5 and not name.place:
            trade = trade.rpartition(" ")[0]
        else:
            more = random.choice(_ADDED)
    parts = (name.word, trade, name.place, more, form)
    made = " ".join(part for part in parts if part)
    if random.random() < 0.02:
        made = _misspelt(random, made)
    if random.random() < 0.18:
        made = made.upper() if random.random() < 0.5 else made.replace(".", "")
    return made


def _misspelt(random: Random, said: str) -> str:
    position = random.randrange(1, 5)
    return said[:position] + said[position + 1] + said[position] + said[position + 2 :]
