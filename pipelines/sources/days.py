"""Why a text is no day, in one code."""

import re

EPOCH = r"\d{5,13}(\.\d+)?"


def day_code(text: str) -> str:
    """Return the code of a text that is not ISO 8601."""
    parts = re.fullmatch(r"(\d{1,2})[/.-](\d{1,2})[/.-]\d{2,4}.*", text)
    if parts and int(parts[1]) <= 12 and int(parts[2]) <= 12:
        return "date_ambiguous"
    if re.fullmatch(EPOCH, text):
        return "date_epoch_ms_vs_s"
    return "date_invalid"
