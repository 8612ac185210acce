"""One malformed record of each class, and the way it reaches us.

`RECORDS` are answers of an API: the text of one record, with an amount in it. `FILES`
are rows of a file. `PAGES` are whole answers that no record can be taken from.
"""

NESTED = '{"a":' * 30 + "1" + "}" * 30
LONG = "x" * 70_000

RECORDS: dict[str, str] = {
    "json_nan_inf": '{"id": "1", "amount": NaN}',
    "json_duplicate_key": '{"id": "1", "amount": 100, "amount": 200}',
    "json_bom": '{"id": "1", "amount": 100, "name": "\ufeffAda"}',
    "json_utf16": '{"id": "1", "amount": 100, "name": "A\\u0000d\\u0000a\\u0000"}',
    "json_invalid_utf8": '{"id": "1", "amount": 100, "name": "Caf\ufffd"}',
    "json_lone_surrogate": '{"id": "1", "amount": 100, "name": "\\ud83d"}',
    "json_nul_char": '{"id": "1", "amount": 100, "name": "A\\u0000da"}',
    "json_depth_bomb": f'{{"id": "1", "amount": 100, "name": {NESTED}}}',
    "json_huge_number": '{"id": "1", "amount": 1e999}',
    "json_float_precision": '{"id": "1", "amount": 0.1234567890123456789}',
    "key_missing": '{"amount": 100}',
    "key_null": '{"id": null, "amount": 100}',
    "key_empty": '{"id": "", "amount": 100}',
    "key_whitespace": '{"id": " 1", "amount": 100}',
    "key_type_changed": '{"id": ["1"], "amount": 100}',
    "amount_text_locale": '{"id": "1", "amount": "1.200,50"}',
    "amount_thousands": '{"id": "1", "amount": "1,200"}',
    "amount_parenthesis_negative": '{"id": "1", "amount": "(100)"}',
    "amount_currency_symbol": '{"id": "1", "amount": "€100"}',
    "amount_overflow": '{"id": "1", "amount": 1e25}',
    "date_invalid": '{"id": "1", "amount": 100, "due": "2026-02-30"}',
    "date_ambiguous": '{"id": "1", "amount": 100, "due": "03/04/2026"}',
    "date_epoch_ms_vs_s": '{"id": "1", "amount": 100, "at": 1780000000000}',
    "date_far_future": '{"id": "1", "amount": 100, "due": "2926-05-01"}',
    "date_1900_or_0001": '{"id": "1", "amount": 100, "due": "0001-01-01"}',
    "date_no_tz": '{"id": "1", "amount": 100, "at": "2026-05-01T10:00:00"}',
    "enum_unknown": '{"id": "1", "amount": 100, "is_won": "perhaps"}',
    "field_too_long": f'{{"id": "1", "amount": 100, "name": "{LONG}"}}',
    "name_mojibake": '{"id": "1", "amount": 100, "name": "CafÃ©"}',
    "name_zero_width": '{"id": "1", "amount": 100, "name": "A\u200bda"}',
    "name_bidi_control": '{"id": "1", "amount": 100, "name": "A\u202eda"}',
    "html_or_formula_payload": '{"id": "1", "amount": 100, "name": "=SUM(A1)"}',
}

GOOD_ENTRY = "T1,P1,R1,2026-05-01,7.50,100.00,,ada@firm.example"
HEADER = "time_entry_id,project_id,person_id,work_date,hours,bill_rate,role,approved_by"
PROJECT = "project_id,client_id,project_name,billing_type,start_date,end_date,"
PROJECT += "current_amount,currency_code"
SHARES = "deal_id,project_id,share_amount,currency_code"

FILES: dict[str, tuple[str, str, str]] = {
    "json_truncated": ("psa.time_entries", HEADER, "T2,P1,R1"),
    "key_duplicate_same": ("psa.time_entries", HEADER, f"{GOOD_ENTRY}\n{GOOD_ENTRY}"),
    "key_duplicate_conflict": (
        "psa.time_entries",
        HEADER,
        f"{GOOD_ENTRY}\n{GOOD_ENTRY.replace('7.50', '8.50')}",
    ),
    "key_case_variant": (
        "psa.time_entries",
        HEADER,
        f"{GOOD_ENTRY}\n{GOOD_ENTRY.replace('T1', 't1')}",
    ),
    "amount_empty": ("crm.deal_shares", SHARES, "D1,P1,,EUR"),
    "amount_scale": ("crm.deal_shares", SHARES, "D1,P1,100.00001,EUR"),
    "amount_negative_unexpected": (
        "psa.time_entries",
        HEADER,
        GOOD_ENTRY.replace("100.00", "-100.00"),
    ),
    "currency_missing": (
        "crm.exchange_rates",
        "from_currency,to_currency,rate_date,rate",
        ",EUR,2026-05-01,1.1",
    ),
    "currency_unknown": ("crm.deal_shares", SHARES, "D1,P1,100.00,XYZ"),
    "date_end_before_start": (
        "psa.projects",
        PROJECT,
        "P1,C1,Audit,fixed_fee,2026-05-01,2026-04-01,100.00,EUR",
    ),
    "percent_vs_fraction": (
        "crm.deals",
        "deal_id,account_id,deal_name,stage,net_amount,probability",
        "D1,A1,Audit,open,100.00,40",
    ),
    "hours_over_24": ("psa.time_entries", HEADER, GOOD_ENTRY.replace("7.50", "25")),
    "hours_negative": ("psa.time_entries", HEADER, GOOD_ENTRY.replace("7.50", "-1")),
    "email_malformed": (
        "hr.employees",
        "employee_number,employee_name,work_email",
        "1,Ada,ada at firm",
    ),
    "name_empty_after_normalise": ("psa.people", "person_id,person_name", "R1,---"),
    "fk_orphan": ("psa.time_entries", HEADER, GOOD_ENTRY.replace("P1", "P9")),
    "fk_self_cycle": (
        "crm.accounts",
        "account_id,account_name,parent_account_id",
        "A1,One,A2\nA2,Two,A1",
    ),
}
"""Table, header and rows; projects P1 of client C1 are there for the references."""

PAGES: dict[str, bytes] = {
    "json_truncated": b'{"results": [{"id": "1", "amount": 100',
    "json_trailing_comma": b'{"results": [{"id": "1", "amount": 100,}]}',
    "json_invalid_utf8": b'{"results": [{"id": "1", "name": "Caf\xe9"}]}',
    "json_depth_bomb": b"[" * 100_000,
}
