with

source as (

    select * from {{ source('quickbooks', 'invoices') }}

),

unnested as (

    select
        *,
        case when txn_type = 'CreditMemo' then -1 else 1 end as sign,
        {{ json_rows('lines', [
            'id', 'amount', 'tax', 'description', 'project_id', 'item', 'account_id',
            'qty', 'unit_price', 'service_date'
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
        unnested.line.account_id as account_code,
        unnested.line.item,
        {{ money('unnested.line.amount') }} as amount,
        {{ money('unnested.line.tax') }} as tax,
        unnested.sign,
        unnested.line.qty,
        unnested.line.unit_price,
        unnested.line.service_date

    from unnested

),

renamed as (

    select

        ---------- ids
        connection as source_system,
        concat(document_id, '-', line_id) as invoice_line_id,
        document_id as invoice_id,
        {{ money('amount * sign') }} as line_amount,
        {{ money('tax * sign') }} as tax_amount,
        {{ without_noted('noted_description') }} as description,
        project_ref,
        {{ noted('noted_description', 'psa_project_id') }} as psa_project_id,
        {{ line_service_code('item', 'noted_description') }} as service_code,
        account_code,
        cast(qty as decimal(18, 4)) as quantity,
        cast(unit_price as decimal(18, 4)) as unit_price,
        cast(
            {{ noted('noted_description', 'is_project_work') }} as boolean
        ) as is_project_work,
        {{ line_kind('item') }} as line_kind,
        cast(service_date as date) as service_start_date,
        cast(
            {{ noted('noted_description', 'service_end_date') }} as date
        ) as service_end_date,
        {{ noted('noted_description', 'company_id') }} as company_id

    from flattened

)

select * from renamed
