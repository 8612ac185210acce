with

source as (

    select * from {{ source('xero', 'invoices') }}

),

unnested as (

    select
        *,
        case when type = 'ACCRECCREDIT' then -1 else 1 end as sign,
        {{ json_rows('lines', [
            'id', 'amount', 'tax', 'description', 'project_id', 'item', 'account_code',
            'quantity', 'unit_amount'
        ]) }} as line

    from source

),

flattened as (

    select
        unnested.connection,
        unnested.id as document_id,
        unnested.line.id as line_id,
        unnested.line.description as noted_description,
        unnested.line.project_id as project_ref,
        unnested.line.account_code,
        unnested.line.item,
        {{ money('unnested.line.amount') }} as amount,
        {{ money('unnested.line.tax') }} as tax,
        unnested.sign,
        unnested.line.quantity,
        unnested.line.unit_amount

    from unnested

),

renamed as (

    select

        ---------- ids
        connection as source_system,
        line_id as invoice_line_id,
        document_id as invoice_id,
        {{ money('amount * sign') }} as line_amount,
        {{ money('tax * sign') }} as tax_amount,
        {{ without_noted('noted_description') }} as description,
        project_ref,
        {{ noted('noted_description', 'psa_project_id') }} as psa_project_id,
        {{ line_service_code('item', 'noted_description') }} as service_code,
        account_code,
        cast(quantity as decimal(18, 4)) as quantity,
        cast(unit_amount as decimal(18, 4)) as unit_price,
        cast(
            {{ noted('noted_description', 'is_project_work') }} as boolean
        ) as is_project_work,
        {{ line_kind('item') }} as line_kind,
        cast(
            {{ noted('noted_description', 'service_start_date') }} as date
        ) as service_start_date,
        cast(
            {{ noted('noted_description', 'service_end_date') }} as date
        ) as service_end_date,
        cast(null as varchar) as company_id

    from flattened

)

select * from renamed
