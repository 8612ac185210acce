with

contributions as (

    select * from {{ ref('int_contributions__summed') }}

    where anchor in ('billed', 'recognised', 'paid')

),

actual as (

    select

        ---------- ids
        deal_id,
        project_id,
        client_id,
        source_system,
        source_record_type,
        source_record_id,

        ---------- strings
        month,
        currency_code,
        case when anchor = 'paid' then 'cash' else 'accrual' end as accounting_basis,

        ---------- numerics
        case when anchor = 'billed' then contribution_amount end as billed_amount,
        case when anchor = 'recognised' then contribution_amount end
            as recognised_amount,
        case when anchor = 'paid' then contribution_amount end as paid_amount

    from contributions

)

select * from actual
