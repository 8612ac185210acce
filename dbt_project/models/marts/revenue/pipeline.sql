with

deals as (

    select * from {{ ref('deals') }}

    where not is_closed and not is_deleted

),

weighted as (

    select

        ---------- ids
        deal_id,
        client_id,

        ---------- strings
        deal_name,
        stage,
        currency_code,

        ---------- numerics
        reported_crm_amount as open_amount,
        coalesce(probability, 0) as probability,
        {{ money('round(reported_crm_amount * coalesce(probability, 0), 2)') }}
            as weighted_amount,

        ---------- dates
        close_date as expected_close_date

    from deals

)

select * from weighted
