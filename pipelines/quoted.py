"""Text that a spreadsheet would run, quoted: the one rule for CSV files and workbooks.

A workbook could keep `=1+1` as text of its own kind. But whoever saves it as CSV, or
copies the cell, has a formula again; the quote travels with the text.
"""

FORMULA = ("=", "+", "-", "@", "\t", "\r")


def quoted(text: str) -> str:
    """Return ``text``, behind a quote when a spreadsheet would run it as a formula."""
    return f"'{text}" if text.startswith(FORMULA) else text
