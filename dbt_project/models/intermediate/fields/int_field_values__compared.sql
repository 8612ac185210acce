{#  Every value that counts in a comparison, beside what it says. #}
with

client_values as (

    select * from {{ ref('int_client_values__unpivoted') }}

),

project_values as (

    select * from {{ ref('int_project_values__unpivoted') }}

),

person_values as (

    select * from {{ ref('int_person_values__unpivoted') }}

),

field_owners as (

    select
        entity,
        field,
        owner,
        ' ' || coalesce(referenced_by, '') || ' ' as referenced_by,
        compare_rule

    from {{ ref('field_owners') }}

),

{#  Words that tell nobody apart inside one legal entity, where values are compared. #}
listed_words as (

    select word from {{ ref('legal_forms') }}

    union

    select word from {{ ref('name_words') }}

    where kind = 'stop'

    union

    select unnest(['global', 'group', 'holding', 'holdings']) as word

),

idle_words as (

    select list(word order by word) as words

    from listed_words

),

stated as (

    select * from client_values

    union all

    select * from project_values

    union all

    select * from person_values

),

ruled as (

    select
        stated.*,
        field_owners.owner,
        stated.role = field_owners.owner as is_owner,
        field_owners.referenced_by like '% ' || stated.role || ' %' as is_copy,
        case stated.stated_field
            when 'work_email' then 'strict'
            else field_owners.compare_rule
        end as compare_rule

    from stated

    inner join field_owners
        on
            stated.entity = field_owners.entity
            and stated.field = field_owners.field

),

{#  Once for each value: its patterns are dear to compile. #}
normalised as (

    select
        *,
        {{ normal_name('stated_value') }} as normal_value,
        {{ normal_tax_id('stated_value') }} as tax_id_value,
        {{ normal_domain('stated_value') }} as domain_value

    from ruled

    where compare_rule != 'never'

),

stripped as (

    select
        normalised.*,
        {{ without_words('normal_value', 'idle_words.words') }} as name_value

    from normalised

    cross join idle_words

),

compared as (

    select
        * exclude (normal_value, tax_id_value, domain_value, name_value),
        case
            when stated_field = 'tax_id' then tax_id_value
            when stated_field = 'domain' then domain_value
            when compare_rule = 'name' then name_value
            when compare_rule = 'words' then normal_value
            else lower(trim(stated_value))
        end as compared_value,
        case stated_field
            when 'tax_id' then {{ tax_id_masked('stated_value') }}
            else trim(stated_value)
        end as shown_value

    from stripped

)

select * from compared
