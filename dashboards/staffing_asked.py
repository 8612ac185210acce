"""What the page about people asks of the published file."""

MONTHS = """
select distinct period
from marts.utilisation
cross join rules.firm
inner join marts.calendar
    on utilisation.period = calendar.fiscal_month
where calendar.calendar_date > as_of
order by period
limit 6
"""
ROLES = """
select
    role,
    count(distinct person_id) as n_people,
    sum(capacity_hours) as capacity_hours,
    sum(allocated_hours) as allocated_hours,
    sum(soft_hours) as soft_hours,
    sum(greatest(capacity_hours - allocated_hours, 0)) as free_hours
from marts.utilisation
where period = ?
    and role in (select role from marts.utilisation where allocated_hours > 0)
group by role
order by role
"""
CONFLICTS = """
with

days as (

    select
        time_off_conflicts.*,
        row_number() over (
            partition by person_id, project_record_id, conflict_kind
            order by conflict_date
        ) as place,
        working_day_number
    from marts.time_off_conflicts
    inner join marts.calendar
        on time_off_conflicts.conflict_date = calendar.calendar_date
    cross join rules.firm
    where calendar.fiscal_month = ? and conflict_date > as_of

)

select
    days.person_id,
    coalesce(person_name, days.person_id) as person_name,
    project_record_id,
    coalesce(project_records.record_name, project_record_id) as project_name,
    conflict_kind,
    min(conflict_date) as first_date,
    max(conflict_date) as last_date,
    max(n_projects) as n_projects,
    sum(conflict_hours) as conflict_hours
from days
left join marts.people using (person_id)
left join marts.project_records
    on days.project_record_id = project_records.record_id
group by
    days.person_id, person_name, project_record_id, record_name, conflict_kind,
    -- Days on end stay one row; a weekend between two of them does not part them.
    working_day_number - place
order by conflict_kind = 'holiday', conflict_hours desc, person_name, first_date,
    project_record_id
"""
BOOKED = """
select
    coalesce(person_name, utilisation.person_id) as person_name,
    utilisation.role,
    capacity_hours,
    allocated_hours,
    allocated_hours - capacity_hours as over_hours
from marts.utilisation
left join marts.people using (person_id)
where period = ?
    and case when ? then allocated_hours > capacity_hours
        else capacity_hours > 0 and allocated_hours = 0 and soft_hours = 0 end
    and utilisation.role in (
        select role from marts.utilisation where allocated_hours > 0
    )
order by over_hours desc, person_name
"""
SKILLS = """
select skill, required_hours, free_hours, gap_hours, n_projects, n_holders,
    n_expiring_holders
from marts.skills_gaps
where period = ? and (gap_hours > 0 or n_expiring_holders > 0)
order by gap_hours desc, skill
"""
