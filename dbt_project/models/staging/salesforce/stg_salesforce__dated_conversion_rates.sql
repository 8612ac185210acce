with

source as (

    select * from {{ source('salesforce', 'dated_conversion_rates') }}

),

renamed as (

    select

        ---------- ids
        connection as source_system,
        upper(iso_code) as from_currency,
        upper(corporate_iso_code) as to_currency,

        ---------- dates
        start_date as rate_date,

        ---------- numerics
        -- Salesforce tells what one unit of the corporate currency is worth.
        cast(1 / conversion_rate as decimal(18, 8)) as rate,

        ---------- lineage
        cast(null as varchar) as company_id

    from source
    where conversion_rate != 0

)

select * from renamed
