{#  When an invoice was issued whose date was changed afterwards: the first date that
    the books ever showed, if that day is behind us. #}
with

firm as (select * from {{ source('rules', 'firm') }}),

changes as (

    select
        source_system,
        record_id as invoice_id,
        changed_at,
        try_cast(old_value as date) as issued_date

    from {{ ref('int_accounting_field_changes__unioned') }}

    where record_type = 'invoice' and field = 'invoice_date'

),

days as (

    select * from {{ ref('int_days__counted') }}

),

issued as (

    select
        changes.source_system,
        changes.invoice_id,
        changes.issued_date,
        days.fiscal_month as issued_month

    from changes

    inner join firm
        on changes.issued_date <= firm.as_of

    inner join days
        on changes.issued_date = days.calendar_date

    qualify row_number() over (
        partition by changes.source_system, changes.invoice_id
        order by changes.changed_at, changes.issued_date
    ) = 1

)

select * from issued
