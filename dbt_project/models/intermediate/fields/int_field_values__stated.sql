{#  Time, lines, payments and postings are left to their systems' own history: they are
    corrected by further records, and are too many to remember each night. #}
with

parties as (

    {{ values_of(
        ref('int_crm_accounts__unioned'), 'account', 'account_id', 'updated_at',
        'account_name legal_name tax_id registration_id domain phone street postcode
        city country parent_account_id owner_email currency_code psa_client_id
        accounting_customer_id'
    ) }}

    union all

    {{ values_of(
        ref('int_crm_contacts__unioned'), 'contact', 'contact_id', 'updated_at',
        'contact_name email phone'
    ) }}

    union all

    {{ values_of(
        ref('int_psa_clients__unioned'), 'client', 'client_id', 'updated_at',
        'client_name legal_name tax_id domain phone street postcode city country
        currency_code crm_account_id accounting_customer_id'
    ) }}

    union all

    {{ values_of(
        ref('int_accounting_customers__unioned'), 'customer', 'customer_id',
        'updated_at',
        'customer_name legal_name tax_id registration_id domain email phone street
        postcode city country parent_customer_id currency_code crm_account_id
        psa_client_id'
    ) }}

),

works as (

    {{ values_of(
        ref('int_crm_deals__unioned'), 'deal', 'deal_id', 'updated_at',
        'account_id deal_name stage net_amount list_amount currency_code close_date
        service_start_date service_end_date billing_type owner_email psa_project_id'
    ) }}

    union all

    {{ values_of(
        ref('int_psa_projects__unioned'), 'project', 'project_id', 'updated_at',
        'client_id project_name billing_type crm_deal_id status start_date end_date
        baseline_amount current_amount percent_complete currency_code manager_email'
    ) }}

    union all

    {{ values_of(
        ref('int_psa_change_orders__unioned'), 'change_order', 'change_order_id',
        'cast(null as timestamp)', 'change_amount reason status'
    ) }}

    union all

    {{ values_of(
        ref('int_psa_milestones__unioned'), 'milestone', 'milestone_id',
        'cast(null as timestamp)', 'milestone_amount due_date accepted_at'
    ) }}

    union all

    {{ values_of(
        ref('int_accounting_projects__unioned'), 'project', 'project_id',
        'cast(null as timestamp)', 'project_name customer_id psa_project_id'
    ) }}

    union all

    {{ values_of(
        ref('int_accounting_invoices__unioned'), 'invoice', 'invoice_id', 'updated_at',
        'customer_id invoice_number invoice_date due_date status currency_code'
    ) }}

),

persons as (

    {{ values_of(
        ref('int_psa_people__unioned'), 'person', 'person_id',
        'cast(null as timestamp)',
        'person_name work_email employee_number role is_active end_date'
    ) }}

    union all

    {{ values_of(
        ref('int_hr_employees__unioned'), 'employee', 'employee_number',
        'cast(null as timestamp)',
        'employee_name work_email role level is_active start_date end_date'
    ) }}

),

stated as (

    select * from parties

    union all

    select * from works

    union all

    select * from persons

)

select * from stated
