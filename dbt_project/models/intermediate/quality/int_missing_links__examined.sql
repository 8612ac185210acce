{#  A record should name its twin by id: evidence finds the twin, an id keeps it. Copies
    are left to the duplicate checks, records that nobody sold to the drivers. #}
with

firm as (

    select * from {{ source('rules', 'firm') }}

),

clients as (

    select * from {{ ref('int_duplicate_clients__examined') }}

    where sentence is null

),

client_values as (

    select * from {{ ref('int_clients__unioned') }}

    where not is_deleted and not is_intercompany

),

worth as (

    select * from {{ ref('int_client_records__valued') }}

),

accounts as (

    select
        clients.client_id,
        min_by(
            clients.source_record_id,
            (-coalesce(worth.worth_amount, 0), clients.record_id)
        ) as account_id

    from clients

    left join worth
        on clients.record_id = worth.record_id

    where clients.source_record_type = 'account'

    group by all

),

client_links as (

    select
        'client_names_its_account' as claim,
        clients.record_id,
        clients.source_system,
        clients.source_record_type,
        clients.source_record_id,
        clients.client_id,
        case
            when
                client_values.crm_account_id is null
                and accounts.account_id is null
                and coalesce(worth.n_references, 0) > 0
                then
                    client_values.client_name || ' ('
                    || clients.source_record_id || ') in '
                    || {{ system_told('client_values.role') }}
                    || ' has no CRM account. Link it to one, or create it.'
            when
                client_values.crm_account_id is null
                and accounts.account_id is not null
                then
                    client_values.client_name || ' ('
                    || clients.source_record_id || ') in '
                    || {{ system_told('client_values.role') }}
                    || ' does not name its CRM account. Write '
                    || accounts.account_id || ' into it.'
        end as sentence,
        client_values.role

    from clients

    inner join client_values
        on clients.record_id = client_values.record_id

    left join accounts
        on clients.client_id = accounts.client_id

    left join worth
        on clients.record_id = worth.record_id

    where client_values.role in ('psa', 'accounting')

),

project_links as (

    select * from {{ ref('int_project_ids__compared') }}

),

people as (

    select * from {{ ref('int_people_in_hr__compared') }}

),

linked as (

    select * from client_links

    union all

    select * from project_links

    union all

    select * from people

),

judged as (

    select
        linked.claim,
        linked.record_id,
        '' as subject,
        linked.source_system,
        linked.source_record_type,
        linked.source_record_id,
        linked.client_id,
        linked.sentence,
        'warning' as severity,
        {{ owner_of('linked.role') }} as owner_role,
        linked.role as fix_in,
        cast(0 as decimal(18, 2)) as money_at_stake,
        firm.reporting_currency as currency_code

    from linked

    cross join firm

)

select * from judged
