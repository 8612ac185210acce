with

cases as (

    select * from {{ ref('edge_cases') }}

),

told as (

    select
        cases.edge_case,
        evidence.record_id,
        abs(evidence.evidence_amount) as evidence_amount

    from {{ ref('revenue_bridge_evidence') }} as evidence

    inner join cases
        on evidence.driver = cases.driver

    where evidence.scope_kind = 'firm' and evidence.period = 'to_date'

),

seen as (

    select * from told

    union all by name

    select * from {{ ref('int_contract_cases__noticed') }}

    union all by name

    select * from {{ ref('int_party_cases__noticed') }}

),

counted as (

    select
        edge_case,
        count(distinct record_id) as n_records,
        min(record_id) as example_record_id,
        sum(evidence_amount) as moved_amount

    from seen

    group by all

),

edge_cases_seen as (

    select

        ---------- ids
        cases.edge_case,
        counted.example_record_id,

        ---------- strings
        cases.label,
        cases.driver,
        cases.policy,
        cases.explanation,

        ---------- numerics
        coalesce(counted.n_records, 0) as n_records,
        cast(coalesce(counted.moved_amount, 0) as decimal(18, 2)) as moved_amount,

        ---------- booleans
        counted.edge_case is not null as is_seen,
        cases.policy is not null as has_policy

    from cases

    left join counted
        on cases.edge_case = counted.edge_case

)

select * from edge_cases_seen
