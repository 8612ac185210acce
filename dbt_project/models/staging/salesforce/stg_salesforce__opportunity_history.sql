with

source as (

    select * from {{ source('salesforce', 'opportunity_history') }}

),

followed as (

    select
        *,
        lag(stage_name) over (
            partition by connection, opportunity_id order by created_date, id
        ) as stage_before
    from source

),

renamed as (

    select

        ---------- ids
        connection as source_system,
        opportunity_id as deal_id,

        ---------- strings
        stage_name as stage,

        ---------- timestamps
        created_date as entered_at,

        ---------- lineage
        created_by as changed_by,
        cast(null as varchar) as company_id

    from followed
    -- Amounts and close dates change within a stage.
    where stage_name is distinct from stage_before

)

select * from renamed
