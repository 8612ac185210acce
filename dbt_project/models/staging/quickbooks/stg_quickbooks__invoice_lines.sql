with

source as (

    select * from {{ source('quickbooks', 'invoices') }}

),

unnested as (

    select
        *,
        {{ json_rows('lines', [
            'id', 'amount', 'tax', 'description', 'project_id', 'item', 'account_id',
            'qty', 'unit_price', 'service_date'
        ]) }} as line

    from source

),

renamed as (

    select

        ---------- ids
        connection as source_system,
        concat(id, '-', line.id) as invoice_line_id,
        id as invoice_id,
        cast({{ money('line.amount') }} * case when txn_type = 'CreditMemo' then -1 else 1 end as decimal(18, 2)) as line_amount,
        cast({{ money('line.tax') }} * case when txn_type = 'CreditMemo' then -1 else 1 end as decimal(18, 2)) as tax_amount,
        {{ without_noted('line.description') }} as description,
        line.project_id as project_ref,
        {{ noted('line.description', 'psa_project_id') }} as psa_project_id,
        coalesce(
            {{ noted('line.description', 'service_code') }},
            case when lower(line.item) not in ('time', 'progress', 'expense', 'advance', 'retention', 'other') then line.item end
        ) as service_code,
        line.account_id as account_code,
        cast(line.qty as decimal(18, 4)) as quantity,
        cast(line.unit_price as decimal(18, 4)) as unit_price,
        cast({{ noted('line.description', 'is_project_work') }} as boolean) as is_project_work,
        case when lower(line.item) in ('time', 'progress', 'expense', 'advance', 'retention') then lower(line.item) else 'other' end as line_kind,
        cast(line.service_date as date) as service_start_date,
        cast({{ noted('line.description', 'service_end_date') }} as date) as service_end_date,
        {{ noted('line.description', 'company_id') }} as company_id

    from unnested

)

select * from renamed
