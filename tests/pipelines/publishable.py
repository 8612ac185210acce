"""A warehouse small enough to see who may read what of it."""

from pipelines.audiences import Policy

WAREHOUSE = """
    create schema marts; create schema quality; create schema rules;
    create schema intermediate;
    create table marts.deals (deal_id integer, price decimal(18, 2), run_id varchar);
    insert into marts.deals values (2, 20.00, 'night'), (1, 10.00, 'night');
    comment on table marts.deals is 'One row per deal.';
    comment on column marts.deals.price is 'What it''s sold for.';
    create view marts.prices as select price from "warehouse"."marts"."deals";
    create table marts.people (person_id integer, person_name varchar);
    create table marts.person_links (bits integer);
    create table marts.utilisation (person_id integer, month date);
    create table marts.time_entries (hours decimal(18, 4));
    create table marts.margins (project_id integer, staff_cost decimal(18, 2),
        cost_rate decimal(18, 4), paid_amount decimal(18, 2));
    create table marts.field_values (entity varchar, hr_value varchar);
    insert into marts.field_values values ('client', 'Acme'), ('person', 'Lee');
    create table quality.findings (suite varchar, source_record_type varchar,
        sentence varchar);
    insert into quality.findings values ('links', 'deal', 'Acme'),
        ('links', 'employee', 'Lee'), ('resourcing_faults', 'project', 'Lee'),
        ('links', null, 'Late');
    create table quality.quarantine (row_key varchar, payload varchar);
    create table rules.firm (firm_name varchar);
    create table intermediate.secrets (pay decimal(18, 2));
    create view marts.floors as select pay as floor_price
        from "warehouse"."intermediate"."secrets";
"""


CLASSES = {
    "open": "marts.deals.deal_id marts.deals.price marts.deals.run_id "
    "marts.prices.price marts.floors.floor_price marts.margins.project_id "
    "marts.margins.paid_amount marts.field_values.entity marts.field_values.hr_value "
    "quality.findings.suite quality.findings.source_record_type "
    "quality.findings.sentence quality.quarantine.row_key rules.firm.firm_name",
    "person": "marts.people.person_id marts.people.person_name marts.person_links.bits "
    "marts.utilisation.person_id marts.utilisation.month marts.time_entries.hours",
    "pay": "marts.margins.staff_cost marts.margins.cost_rate",
    "never": "quality.quarantine.payload",
}
POLICY = Policy(
    {
        (schema, table, column): name
        for name, places in CLASSES.items()
        for schema, table, column in (place.split(".") for place in places.split())
    },
    {
        "open": frozenset({"analysts", "leadership"}),
        "person": frozenset({"analysts", "people"}),
        "pay": frozenset({"people"}),
        "never": frozenset(),
    },
)
