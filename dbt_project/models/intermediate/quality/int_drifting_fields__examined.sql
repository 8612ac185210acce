{#  A copy that differs from the owner's value. It may lag a day behind the owner. #}
with

firm as (

    select * from {{ source('rules', 'firm') }}

),

paired as (

    select * from {{ ref('int_field_values__paired') }}

),

judged as (

    select
        'copies_follow_their_owner' as claim,
        paired.record_id,
        paired.stated_field as subject,
        paired.source_system,
        paired.source_record_type,
        paired.source_record_id,
        paired.client_id,
        case
            when
                not paired.is_agreed
                and coalesce(cast(paired.last_updated_at as date) < firm.as_of, true)
                then
                    {{ system_told('paired.role') }} || ' record '
                    || paired.source_record_id || ' shows '
                    || replace(paired.stated_field, '_', ' ')
                    || case
                        when {{ is_personal('paired') }} then ' unlike its owner, '
                        else ' "' || paired.copy_value || '". Its owner, '
                    end || {{ system_told('paired.owner') }}
                    || case
                        when {{ is_personal('paired') }} then ''
                        else ', says "' || paired.owner_value || '"'
                    end || '. Correct it in '
                    || {{ system_told('paired.role') }} || '.'
        end as sentence,
        case
            when paired.stated_field in ('invoice_currency', 'deal_currency', 'tax_id')
                then 'critical'
            else 'warning'
        end as severity,
        {{ owner_of('paired.role') }} as owner_role,
        paired.role as fix_in,
        cast(0 as decimal(18, 2)) as money_at_stake,
        firm.reporting_currency as currency_code

    from paired

    cross join firm

)

select * from judged
