with

contributions as (

    select * from {{ ref('revenue_contributions') }}

    where anchor is not null and not is_intercompany

),

summary as (

    select

        ---------- ids
        client_id,
        project_id,

        ---------- strings
        month,
        currency_code,

        ---------- numerics
        coalesce(sum(contribution_amount) filter (where anchor = 'crm_reported'), 0)
            as reported_crm_amount,
        coalesce(sum(contribution_amount) filter (where anchor = 'expected'), 0)
            as expected_amount,
        coalesce(sum(contribution_amount) filter (where anchor = 'psa_reported'), 0)
            as reported_psa_amount,
        coalesce(sum(contribution_amount) filter (where anchor = 'planned'), 0)
            as planned_amount,
        coalesce(sum(contribution_amount) filter (where anchor = 'delivered'), 0)
            as delivered_amount,
        coalesce(
            sum(contribution_amount) filter (where anchor = 'accounting_reported'), 0
        ) as reported_accounting_amount,
        coalesce(sum(contribution_amount) filter (where anchor = 'billed'), 0)
            as billed_amount,
        coalesce(sum(contribution_amount) filter (where anchor = 'recognised'), 0)
            as recognised_amount,
        coalesce(sum(contribution_amount) filter (where anchor = 'paid'), 0)
            as paid_amount

    from contributions

    group by all

)

select * from summary
