with

connections as (

    select * from {{ source('rules', 'connections') }}

),

stated as (

    select * from {{ source('rules', 'companies') }}

),

firm as (

    select * from {{ source('rules', 'firm') }}

),

listed as (

    select company_id

    from connections

    where role = 'accounting' and company_id is not null

    union

    select company_id

    from stated

),

{#  A firm that names no company has one. #}
named as (

    select company_id

    from listed

    union all

    select 'own' as company_id

    from firm

    where not exists (select 1 from listed)

),

companies as (

    select

        ---------- ids
        named.company_id,

        ---------- strings
        coalesce(stated.company_name, firm.firm_name) as company_name,
        firm.firm_name,
        coalesce(stated.currency_code, firm.reporting_currency) as currency_code

    from named

    cross join firm

    left join stated
        on named.company_id = stated.company_id

)

select * from companies
