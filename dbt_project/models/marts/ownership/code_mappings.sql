{#  Each stage, account and service code that records carry, and what it counts as. An
    invoice line ties a service code to an account; one with two accounts ties to none. #}
with

stages as (

    select * from {{ source('rules', 'stages') }}

),

deals as (

    select * from {{ ref('int_crm_deals__unioned') }}

    where not coalesce(is_deleted, false)

),

accounts as (

    select * from {{ ref('int_accounts__kinded') }}

),

journal_lines as (

    select * from {{ ref('int_accounting_journal_lines__unioned') }}

),

invoice_lines as (

    select * from {{ ref('int_accounting_invoice_lines__unioned') }}

),

deal_lines as (

    select * from {{ ref('int_crm_deal_lines__unioned') }}

),

sold_codes as (

    select
        source_system,
        service_code,
        count(*) as n_records

    from deal_lines

    where service_code is not null

    group by all

),

billed_codes as (

    select
        service_code,
        case when count(distinct account_code) = 1 then min(account_code) end
            as account_code

    from invoice_lines

    where service_code is not null

    group by all

),

mapped as (

    select
        'stage' as code_kind,
        deals.source_system,
        deals.stage as code,
        case
            when min(stages.meaning) is not null then min(stages.meaning)
            when not bool_or(coalesce(deals.is_closed, false)) then 'open'
        end as mapped_to,
        count(*) as n_records

    from deals

    left join stages
        on
            deals.source_system = stages.source_system
            and deals.stage = stages.stage

    where deals.stage is not null

    group by all

    union all

    select
        'account' as code_kind,
        accounts.source_system,
        accounts.account_code as code,
        nullif(min(accounts.account_kind), 'other') as mapped_to,
        count(journal_lines.journal_line_id) as n_records

    from accounts

    left join journal_lines
        on
            accounts.source_system = journal_lines.source_system
            and accounts.account_code = journal_lines.account_code

    group by all

    union all

    select
        'service_code' as code_kind,
        sold_codes.source_system,
        sold_codes.service_code as code,
        billed_codes.account_code as mapped_to,
        sold_codes.n_records

    from sold_codes

    left join billed_codes
        on sold_codes.service_code = billed_codes.service_code

),

code_mappings as (

    select
        *,
        mapped_to is not null as is_mapped

    from mapped

)

select * from code_mappings
