with

weighed as (

    select * from {{ ref('int_clients__weighed') }}

),

scored as (

    select * from {{ ref('int_clients__scored') }}

),

{#  The prior is a row like any other: the rows of a pair sum to its score. #}
evidence as (

    select
        left_record,
        right_record,
        evidence,
        level,
        left_value,
        right_value,
        bits

    from weighed

    union all

    select
        left_record,
        right_record,
        'prior' as evidence,
        'any two records' as level,
        cast(null as varchar) as left_value,
        cast(null as varchar) as right_value,
        prior_bits as bits

    from scored

),

client_links as (

    select

        ---------- ids
        evidence.left_record,
        evidence.right_record,

        ---------- strings
        evidence.evidence,
        evidence.level,
        if(
            evidence.evidence in ('tax id', 'registration id'),
            '…' || right(evidence.left_value, 3),
            evidence.left_value
        ) as left_value,
        if(
            evidence.evidence in ('tax id', 'registration id'),
            '…' || right(evidence.right_value, 3),
            evidence.right_value
        ) as right_value,
        scored.band,

        ---------- numerics
        evidence.bits,
        cast(row_number() over (
            partition by evidence.left_record, evidence.right_record
            order by
                abs(evidence.bits) desc, evidence.evidence, evidence.level asc,
                evidence.left_value asc, evidence.right_value asc
        ) as integer) as position

    from evidence

    inner join scored
        on
            evidence.left_record = scored.left_record
            and evidence.right_record = scored.right_record

)

select * from client_links
