with

keys as (

    select * from {{ ref('int_client_keys__listed') }}

    where is_skipped

),

client_skipped_keys as (

    select

        ---------- strings
        keys.found_by,
        if(
            keys.found_by in ('tax id', 'registration id'),
            '…' || right(shared_key, 3),
            shared_key
        ) as shared_key,

        ---------- numerics
        keys.n_items,
        keys.most_items as n_items_allowed,
        count(*) as n_records

    from keys

    group by keys.found_by, keys.shared_key, keys.n_items, keys.most_items

)

select * from client_skipped_keys
