"""What a spreadsheet knows, its system should know; and closed books should rest."""

from pipelines.checks.suite import Claim, Suite

SUITE = Suite(
    name="shadow_records",
    claims=(
        Claim(
            "spreadsheets_hold_nothing_alone",
            "What a spreadsheet beside a system holds, the system holds alike.",
            may_be_empty=True,
        ),
        Claim(
            "closed_months_rest",
            "Nobody changes an invoice after its month was closed.",
            may_be_empty=True,
        ),
    ),
    reads="""
select
    'spreadsheets_hold_nothing_alone' as claim,
    record_id,
    '' as subject,
    source_system,
    source_record_type,
    source_record_id,
    client_id,
    case when shadow_state != 'repeats' then sentence end as sentence,
    'warning' as severity,
    case role
        when 'crm' then 'sales' when 'psa' then 'delivery'
        when 'accounting' then 'finance' else 'people'
    end as owner_role,
    role as fix_in,
    money_at_stake,
    currency_code
from marts.shadow_records
union all
select
    'closed_months_rest',
    record_names,
    stated_field || '/' || happened_at,
    source_system,
    split_part(record_names, ':', 2),
    split_part(record_names, ':', 3),
    cast(null as varchar),
    sentence,
    'warning',
    'finance',
    'accounting',
    money_at_stake,
    currency_code
from marts.manual_fixes
where habit = 'closed_period_edit'
""",
)
