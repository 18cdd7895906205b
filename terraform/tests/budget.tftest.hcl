mock_provider "google" {
  mock_data "google_project" {
    defaults = { number = "123456789012" }
  }
}

variables {
  project_id    = "test-project"
  dataproc_mode = "none"
  dataflow      = false
}

run "no_budget_by_default" {
  command = plan

  assert {
    condition     = length(google_billing_budget.this) == 0 && !contains(keys(google_project_service.api), "billingbudgets.googleapis.com")
    error_message = "There is a budget nobody asked for."
  }
}

run "a_budget_sends_mail" {
  command = apply # The project's number is read no earlier.

  variables {
    budget          = 50
    billing_account = "012345-6789AB-CDEF01"
  }

  assert {
    condition     = google_billing_budget.this[0].billing_account == "012345-6789AB-CDEF01" && google_billing_budget.this[0].amount[0].specified_amount[0].units == "50"
    error_message = "The budget is another."
  }
  assert {
    condition     = google_billing_budget.this[0].budget_filter[0].projects == toset(["projects/123456789012"])
    error_message = "The budget counts other projects."
  }
  assert {
    condition     = join(" ", [for rule in google_billing_budget.this[0].threshold_rules : format("%.1f", rule.threshold_percent)]) == "0.5 0.9 1.0"
    error_message = "Mail comes at other shares."
  }
  assert {
    condition     = contains(keys(google_project_service.api), "billingbudgets.googleapis.com")
    error_message = "The budgets' service is not enabled."
  }
}
