with

connections as (

    select * from {{ source('rules', 'connections') }}

),

accounts as (

    select * from {{ source('rules', 'source_accounts') }}

),

source_links as (

    select * from {{ ref('source_links') }}

),

addressed as (

    select distinct
        connections.source_system,
        source_links.source_record_type,
        replace(
            source_links.url_template,
            '{account}',
            coalesce(own_accounts.account, system_accounts.account, '')
        ) as url_template

    from connections

    inner join source_links
        on connections.system = source_links.system

    left join accounts as own_accounts
        on connections.source_system = own_accounts.source_system

    left join accounts as system_accounts
        on connections.system = system_accounts.source_system

)

select * from addressed
