{#  Issued lines of a project in the project's own currency, as they are compared with
    the work: what was billed before recorded adjustments. #}
with

lines as (

    select * from {{ ref('int_invoice_lines__netted') }}

    where line_class = 'billed' and project_id != 'unassigned'

),

projects as (

    select * from {{ ref('int_projects__planned') }}

),

first_legs as (

    select
        project_id,
        exchange_rate

    from {{ ref('int_projects__legged') }}

    qualify row_number() over (partition by project_id order by deal_id) = 1

),

converted as (

    select
        lines.record_id,
        lines.invoice_id,
        lines.project_id,
        projects.delivery_method,
        lines.billing_class,
        lines.line_kind,
        lines.reason,
        lines.invoice_date,
        lines.month,
        case
            when lines.currency_code = projects.currency_code then 1
            else lines.exchange_rate / first_legs.exchange_rate
        end as to_project_currency,
        lines.net_amount as stated_net_amount,
        lines.adjustment_amount as stated_adjustment_amount

    from lines

    inner join projects
        on lines.project_id = projects.project_id

    inner join first_legs
        on lines.project_id = first_legs.project_id

),

compared as (

    select
        record_id,
        invoice_id,
        project_id,
        delivery_method,
        billing_class,
        line_kind,
        reason,
        invoice_date,
        month,
        {{ money('round(stated_net_amount * to_project_currency, 2)') }} as net_amount,
        {{ money('round(stated_adjustment_amount * to_project_currency, 2)') }}
            as adjustment_amount,
        to_project_currency

    from converted

)

select * from compared
