with

firm as (

    select * from {{ source('rules', 'firm') }}

),

edits as (

    select * from {{ ref('int_off_owner_edits__listed') }}

    qualify row_number() over (partition by edit_id order by group_id) = 1

),

faults as (

    select
        record_id,
        max(money_at_stake) as money_at_stake

    from {{ ref('int_faults__weighed') }}

    where driver = 'edit_after_close'

    group by all

),

weighed as (

    select
        edits.*,
        case edits.fact
            when 'tax_id' then {{ tax_id_masked('edits.old_value') }}
            else edits.old_value
        end as shown_old,
        case edits.fact
            when 'tax_id' then {{ tax_id_masked('edits.new_value') }}
            else edits.new_value
        end as shown_new,
        case edits.fact
            when 'tax_id' then {{ tax_id_masked('edits.owner_value') }}
            else edits.owner_value
        end as shown_owner,
        cast(coalesce(faults.money_at_stake, 0) as decimal(18, 2)) as money_at_stake

    from edits

    left join faults
        on edits.record_id = faults.record_id and edits.fact = 'contract_value'

),

off_owner_edits as (

    select

        ---------- ids
        weighed.edit_id,
        weighed.entity,
        weighed.field,
        weighed.fact as stated_field,
        weighed.group_id as entity_id,
        weighed.client_id,
        weighed.record_id,
        weighed.other_record_id,

        ---------- strings
        weighed.pattern,
        weighed.role,
        weighed.owner_role,
        weighed.shown_old as old_value,
        weighed.shown_new as new_value,
        weighed.shown_owner as owner_value,
        weighed.changed_by,
        weighed.means,
        weighed.resolution,
        case
            when weighed.pattern = 'recreated' then weighed.role
            else weighed.owner_role
        end as correct_first_in,
        case
            when weighed.pattern in ('drift_at_copy', 'conflict') then weighed.role
            else weighed.other_role
        end as do_not_correct_in,
        {{ off_owner_told('weighed') }} as sentence,

        ---------- numerics
        date_diff('day', cast(weighed.changed_at as date), firm.as_of) as age_days,
        weighed.money_at_stake,
        firm.reporting_currency as currency_code,

        ---------- booleans
        weighed.is_last as is_standing,

        ---------- timestamps
        weighed.changed_at,

        ---------- lineage
        weighed.source_system,
        weighed.record_type as source_record_type,
        weighed.source_record_id

    from weighed

    cross join firm

)

select * from off_owner_edits
