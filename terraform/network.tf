resource "google_compute_network" "this" {
  name                    = var.name
  auto_create_subnetworks = false

  depends_on = [google_project_service.api]
}

# Workers have no external addresses: there are only a few of those to a project, and none is needed to reach
# Google's APIs over private Google access.
resource "google_compute_subnetwork" "this" {
  #checkov:skip=CKV_GCP_26:flow logs of batch workers that only read and write buckets cost more than they tell
  name                     = var.name
  network                  = google_compute_network.this.id
  region                   = var.region
  ip_cidr_range            = var.subnetwork_cidr
  private_ip_google_access = true
}

# Nothing else may reach a worker: a network without rules denies what comes in.
resource "google_compute_firewall" "internal" {
  name          = "${var.name}-internal"
  network       = google_compute_network.this.id
  direction     = "INGRESS"
  source_ranges = [var.subnetwork_cidr]

  allow {
    protocol = "tcp"
  }
  allow {
    protocol = "udp"
  }
  allow {
    protocol = "icmp"
  }
}

resource "google_compute_firewall" "iap_ssh" {
  count = var.iap_ssh ? 1 : 0

  name          = "${var.name}-iap-ssh"
  network       = google_compute_network.this.id
  direction     = "INGRESS"
  source_ranges = ["35.235.240.0/20"]

  allow {
    protocol = "tcp"
    ports    = ["22"]
  }
}

# Off by default: the jar brings all it needs, and a worker that cannot reach the internet cannot leak to it.
resource "google_compute_router" "this" {
  count = var.nat ? 1 : 0

  name    = var.name
  network = google_compute_network.this.id
  region  = var.region
}

resource "google_compute_router_nat" "this" {
  count = var.nat ? 1 : 0

  name                               = var.name
  router                             = google_compute_router.this[0].name
  region                             = var.region
  nat_ip_allocate_option             = "AUTO_ONLY"
  source_subnetwork_ip_ranges_to_nat = "LIST_OF_SUBNETWORKS"

  subnetwork {
    name                    = google_compute_subnetwork.this.id
    source_ip_ranges_to_nat = ["ALL_IP_RANGES"]
  }
}
