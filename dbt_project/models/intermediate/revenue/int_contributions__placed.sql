{#  Every contribution with the group, legal entity, own company and service that it
    belongs to. Work is its project's; what no project has is its record's. The books
    name the legal entity that was billed, everything before them the one that signed. #}
with

united as (

    select * from {{ ref('int_contributions__united') }}

),

clients as (select * from {{ ref('int_clients__placed') }}),

deals as (select * from {{ ref('int_deals__placed') }}),

projects as (select * from {{ ref('int_projects__placed') }}),

book_records as (

    select * from {{ ref('int_book_records__placed') }}

),

deal_lines as (

    select
        record_id,
        service_code

    from {{ ref('int_deal_lines__classified') }}

),

found as (

    select
        united.*,
        coalesce(clients.group_id, united.client_id) as group_id,
        case
            when deals.client_id = united.client_id then deals.legal_entity_id
            else coalesce(clients.legal_entity_id, 'unassigned')
        end as signing_entity_id,
        case
            when book_records.client_id = united.client_id
                then book_records.legal_entity_id
        end as billed_entity_id,
        coalesce(
            projects.company_id, book_records.company_id, deals.company_id, 'unassigned'
        ) as company_id,
        case
            when projects.project_id is not null then projects.service_code
            else coalesce(
                deal_lines.service_code, book_records.service_code, deals.service_code
            )
        end as service_code,
        coalesce(clients.is_intercompany, false)
        or coalesce(projects.is_intercompany, false)
        or coalesce(deals.is_intercompany, false) as is_intercompany,
        coalesce(united.anchor, united.segment) in (
            'accounting_reported', 'billed', 'recognised', 'paid',
            'accounting_to_billed', 'billed_to_recognised', 'billed_to_paid'
        ) as is_of_books

    from united

    left join clients
        on united.client_id = clients.client_id

    left join deals
        on united.deal_id = deals.deal_id

    left join projects
        on united.project_id = projects.project_id

    left join book_records
        on united.record_id = book_records.record_id

    left join deal_lines
        on united.record_id = deal_lines.record_id

),

named as (

    select
        *,
        case
            when is_of_books or project_id = 'unassigned'
                then coalesce(billed_entity_id, signing_entity_id)
            else signing_entity_id
        end as legal_entity_id

    from found

),

sides as (

    select unnest([0, 1, -1]) as side

),

{#  Work of one legal entity that another one was billed for moves between the two. #}
placed as (

    select
        case when sides.side = 0 then named.anchor end as anchor,
        case when sides.side = 0 then named.segment else 'delivered_to_billed' end
            as segment,
        case when sides.side = 0 then named.driver else 'client_legal_succession' end
            as driver,
        case when sides.side = 0 then named.driver_class else 'L' end as driver_class,
        named.deal_id,
        named.project_id,
        named.client_id,
        named.group_id,
        case
            when sides.side = -1 then named.signing_entity_id
            else named.legal_entity_id
        end as legal_entity_id,
        named.company_id,
        named.service_code,
        named.is_intercompany,
        named.month,
        named.record_id,
        named.currency_code,
        named.contract_amount,
        case
            when sides.side = -1 then -named.contribution_amount
            else named.contribution_amount
        end as contribution_amount

    from named

    cross join sides

    where
        sides.side = 0
        or (
            named.anchor = 'billed'
            and named.project_id != 'unassigned'
            and named.legal_entity_id != named.signing_entity_id
        )

)

select * from placed
