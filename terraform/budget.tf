locals {
  budgets = var.budget > 0 ? 1 : 0
}

data "google_project" "this" {
  count = local.budgets

  project_id = var.project_id

  depends_on = [google_project_service.api]
}

# Mail to the billing account's administrators. It comes hours late and stops nothing: idle_delete_ttl does.
resource "google_billing_budget" "this" {
  count = local.budgets

  billing_account = var.billing_account
  display_name    = var.name

  budget_filter {
    projects = ["projects/${data.google_project.this[0].number}"]
  }

  amount {
    specified_amount {
      units = tostring(var.budget)
    }
  }

  dynamic "threshold_rules" {
    for_each = [0.5, 0.9, 1.0]
    content {
      threshold_percent = threshold_rules.value
    }
  }
}
