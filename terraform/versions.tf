terraform {
  # Messages of variables that speak of other variables came with 1.9, what the tests mock with 1.11.
  required_version = ">= 1.11, < 2.0"

  required_providers {
    google = {
      source  = "hashicorp/google"
      version = "~> 8.0"
    }
  }
}

provider "google" {
  project = var.project_id
  region  = var.region

  # Budgets and API calls made with a person's own credentials are counted to this project, not to the client's.
  billing_project       = var.project_id
  user_project_override = true
}

locals {
  labels = merge({ app = var.name, managed_by = "terraform" }, var.labels)
}
