with

connections as (

    select * from {{ source('rules', 'connections') }}

),

firm as (

    select * from {{ source('rules', 'firm') }}

),

companies as (

    select distinct

        ---------- ids
        coalesce(connections.company_id, 'own') as company_id,

        ---------- strings
        firm.firm_name,
        firm.reporting_currency as currency_code

    from connections

    cross join firm

    where connections.role = 'accounting'

)

select * from companies
