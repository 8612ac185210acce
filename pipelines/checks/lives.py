"""The life of a finding, in SQL: told tonight, compared with the night before."""

TABLE = """
create schema if not exists quality;
create table if not exists quality.findings (
    finding_id varchar, suite varchar, severity varchar, sentence varchar,
    source_system varchar, source_record_type varchar, source_record_id varchar,
    record_id varchar, client_id varchar, owner_role varchar, fix_in varchar,
    fix_url varchar, money_at_stake decimal(18, 2), currency_code varchar,
    first_seen_at timestamp, last_seen_at timestamp, status varchar,
    claim varchar, subject varchar
);
create or replace temp table examined (claim varchar, suite varchar);
create or replace temp table offenders (
    finding_id varchar, suite varchar, claim varchar, record_id varchar, subject varchar
);
"""

TOLD = """
create or replace temp table tonight as
with connections as (
    select source_system, any_value(system) as system
    from rules.connections where beside is null group by all
),
accepted as (
    select scope_kind, scope_id, driver
    from rules.accepted_differences
    where until is null or until >= (select as_of from rules.firm)
)
select
    told.*,
    replace(
        replace(links.url_template, '{account}', accounts.account),
        '{id}',
        url_encode(if(
            links.source_record_type = told.source_record_type,
            told.source_record_id,
            regexp_replace(told.source_record_id, '-[^-]*$', '')
        ))
    ) as fix_url,
    exists (
        select 1 from accepted
        where accepted.driver in (told.suite, told.claim, told.subject)
            and (
                accepted.scope_kind = 'firm'
                or (
                    accepted.scope_kind = 'client'
                    and accepted.scope_id = told.client_id
                )
                or accepted.scope_id in (told.record_id, told.source_record_id)
            )
    ) as is_accepted
from told
left join connections using (source_system)
left join rules.source_links as links
    on links.system = connections.system
    and links.source_record_type in (
        told.source_record_type, regexp_replace(told.source_record_type, '_line$', '')
    )
left join rules.source_accounts as accounts
    on accounts.source_system in (told.source_system, connections.system)
qualify row_number() over (
    partition by told.finding_id
    order by
        links.source_record_type = told.source_record_type desc nulls last,
        accounts.source_system = told.source_system desc nulls last
) = 1
"""

LIVED = """
create or replace temp table lived as
select
    coalesce(tonight.finding_id, before.finding_id) as finding_id,
    {details},
    coalesce(before.first_seen_at, $run_at) as first_seen_at,
    if(tonight.finding_id is null, before.last_seen_at, $run_at) as last_seen_at,
    case
        when tonight.finding_id is null and not coalesce(examined.is_examined, false)
            then before.status
        when tonight.finding_id is null then 'resolved'
        when tonight.is_accepted then 'accepted'
        when before.finding_id is null or before.first_seen_at = $run_at then 'new'
        when before.status = 'resolved' then 'regressed'
        when before.status = 'regressed' and before.last_seen_at = $run_at
            then 'regressed'
        else 'open'
    end as status
from tonight
full join quality.findings as before on tonight.finding_id = before.finding_id
left join (select distinct suite, claim, true as is_examined from examined) as examined
    on examined.suite = before.suite and examined.claim = before.claim
"""

DETAILS = (
    "suite",
    "severity",
    "sentence",
    "source_system",
    "source_record_type",
    "source_record_id",
    "record_id",
    "client_id",
    "owner_role",
    "fix_in",
    "fix_url",
    "money_at_stake",
    "currency_code",
    "claim",
    "subject",
)
"""The columns that tonight's examined rows tell anew."""
