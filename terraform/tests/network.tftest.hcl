mock_provider "google" {
  source = "./tests/mocks"
}

variables {
  project_id = "test-project"
}

run "the_network_is_private" {
  command = plan

  assert {
    condition     = google_compute_network.this.auto_create_subnetworks == false
    error_message = "The network has subnetworks in every region."
  }
  assert {
    condition     = google_compute_subnetwork.this.private_ip_google_access
    error_message = "Workers without external addresses cannot reach Google's APIs."
  }
  assert {
    condition     = google_compute_subnetwork.this.ip_cidr_range == "10.10.0.0/20"
    error_message = "The subnetwork has another range."
  }
  assert {
    condition     = google_compute_firewall.internal.source_ranges == toset(["10.10.0.0/20"]) && google_compute_firewall.internal.direction == "INGRESS"
    error_message = "Others than workers reach workers."
  }
  assert {
    condition     = toset([for allow in google_compute_firewall.internal.allow : allow.protocol]) == toset(["tcp", "udp", "icmp"])
    error_message = "Workers cannot talk to each other."
  }
  assert {
    condition     = length(google_compute_firewall.iap_ssh) == 0
    error_message = "Port 22 is open without being asked for."
  }
  assert {
    condition     = length(google_compute_router.this) == 0 && length(google_compute_router_nat.this) == 0
    error_message = "There is a way to the internet that nobody asked for."
  }
  assert {
    condition     = output.subnetwork == "regions/us-central1/subnetworks/darkroom"
    error_message = "The subnetwork's output is another."
  }
}

run "doors_that_are_asked_for" {
  command = plan

  variables {
    nat             = true
    iap_ssh         = true
    subnetwork_cidr = "192.168.4.0/24"
  }

  assert {
    condition     = google_compute_firewall.iap_ssh[0].source_ranges == toset(["35.235.240.0/20"]) && toset(flatten([for allow in google_compute_firewall.iap_ssh[0].allow : allow.ports])) == toset(["22"])
    error_message = "Others than Identity-Aware Proxy reach more than port 22."
  }
  assert {
    condition     = google_compute_firewall.internal.source_ranges == toset(["192.168.4.0/24"])
    error_message = "The firewall does not follow the subnetwork."
  }
  assert {
    condition     = google_compute_router_nat.this[0].source_subnetwork_ip_ranges_to_nat == "LIST_OF_SUBNETWORKS"
    error_message = "NAT is for more than the workers."
  }
  assert {
    condition     = contains(keys(google_project_service.api), "iap.googleapis.com")
    error_message = "Identity-Aware Proxy is not enabled."
  }
}
