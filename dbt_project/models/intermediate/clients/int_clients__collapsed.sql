with

unioned as (

    select * from {{ ref('int_clients__unioned') }}

),

redirects as (

    select * from {{ ref('int_client_redirects__followed') }}

),

generic_values as (

    select * from {{ ref('generic_values') }}

),

legal_words as (

    select list(word) as words from {{ ref('legal_forms') }}

),

{#  What its system merged away no longer lives. #}
redirected as (

    select
        unioned.* exclude (is_deleted),
        unioned.is_deleted
        or coalesce(redirects.old_record_id != redirects.new_record_id, false)
            as is_deleted

    from unioned

    left join redirects
        on
            unioned.source_system = redirects.source_system
            and unioned.source_record_type = redirects.source_record_type
            and unioned.source_record_id = redirects.old_record_id

),

normalised as (

    select
        record_id,
        source_system,
        source_record_type,
        role,
        {{ normal_name('client_name') }} as normal_name,
        {{ normal_name('legal_name') }} as normal_legal_name,
        {{ normal_tax_id('tax_id') }} as tax_id,
        {{ normal_tax_id('registration_id') }} as registration_id,
        coalesce({{ normal_domain('domain') }}, {{ normal_domain('email') }}) as domain,
        {{ normal_phone('phone') }} as phone,
        nullif(regexp_replace(upper(postcode), '[^A-Z0-9]', '', 'g'), '') as postcode,
        nullif(upper(trim(country)), '') as country,
        nullif(upper(trim(currency_code)), '') as currency_code,
        {{ normal_email('email') }} as email,
        {{ normal_address('street') }} as address,
        is_deleted,
        created_at

    from redirected

),

specific as (

    select
        normalised.* exclude (domain, phone, tax_id),
        nullif(
            comparable_tax_id(normalised.tax_id, coalesce(normalised.country, '')), ''
        ) as tax_id,
        if(
            normalised.domain in (
                select generic_values.value from generic_values
                where generic_values.kind = 'domain'
            ),
            null,
            normalised.domain
        ) as domain,
        if(
            length(normalised.phone) < 7
            or normalised.phone in (
                select generic_values.value from generic_values
                where generic_values.kind = 'phone'
            ),
            null,
            normalised.phone
        ) as phone

    from normalised

),

beside_legal_words as (

    select
        specific.*,
        legal_words.words as legal_words

    from specific

    cross join legal_words

),

named as (

    select
        * exclude (legal_words),
        array_to_string(
            list_filter(
                string_split(normal_name, ' '),
                lambda word: not list_contains(legal_words, word)
            ),
            ''
        ) as core_name

    from beside_legal_words

),

{#  How often a value occurs is counted over names, so that fifty copies of one client
    do not make its tax id look like a switchboard. #}
collapsed as (

    select
        *,
        min(record_id) over (partition by core_name) as item_id

    from named

)

select * from collapsed
