{#  What of each number this night shows. The two parts add up to the firm's. #}
with

firm as (

    select * from {{ source('rules', 'firm') }}

),

contributions as (

    select
        *,
        {{ in_scope('client_id') }} as is_shown

    from {{ ref('int_contributions__summed') }}

    where anchor is not null and not is_intercompany

),

clients as (

    select
        count(*) filter (where is_shown) as n_clients,
        count(*) filter (where not is_shown) as n_clients_left_out

    from (

        select {{ in_scope('client_id') }} as is_shown

        from {{ ref('clients') }}

    ) as judged

),

summed as (

    select
        anchor,
        coalesce(sum(contribution_amount) filter (where is_shown), 0) as shown_amount,
        coalesce(sum(contribution_amount) filter (where not is_shown), 0)
            as left_out_amount

    from contributions

    group by all

),

pilot_totals as (

    select

        ---------- strings
        summed.anchor,
        firm.reporting_currency as currency_code,

        ---------- numerics
        clients.n_clients,
        clients.n_clients_left_out,
        cast(summed.shown_amount as decimal(18, 2)) as shown_amount,
        cast(summed.left_out_amount as decimal(18, 2)) as left_out_amount

    from summed

    cross join clients

    cross join firm

    where exists (select 1 from {{ source('rules', 'scope') }})

)

select * from pilot_totals
