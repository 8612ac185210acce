{#  What two records share beside their own values: people whom both know, and amounts
    that both billed or sold to the cent and nobody else did. #}
with

collapsed as (

    select * from {{ ref('int_clients__collapsed') }}

),

listed as (

    select * from {{ ref('int_client_signs__listed') }}

),

{#  A mail address of twenty clients is a book-keeper's; an amount of three says
    nothing. #}
rare as (

    select
        *,
        count(*) over (partition by evidence, known_value) as n_records

    from listed

    where
        known_value is not null
        and record_id in (select collapsed.record_id from collapsed)

    qualify n_records between 2 and if(evidence = 'shared contact', 5, 2)

),

other_rare as (

    select * from rare

),

met as (

    select
        rare.record_id as left_record,
        other_rare.record_id as right_record,
        rare.evidence,
        count(*) as n_shared,
        string_agg(rare.known_value, ', ' order by rare.known_value) as shared_values

    from rare

    inner join other_rare
        on
            rare.evidence = other_rare.evidence
            and rare.known_value = other_rare.known_value
            and rare.record_id < other_rare.record_id
            and (
                rare.evidence = 'shared contact'
                or split_part(rare.record_id, ':', 2)
                != split_part(other_rare.record_id, ':', 2)
            )

    group by all

),

shared as (

    select
        left_record,
        right_record,
        evidence,
        if(n_shared = 1, 'one', 'several') as level,
        shared_values as left_value,
        shared_values as right_value

    from met

    where evidence = 'shared contact' or n_shared > 1

)

select * from shared
