# distribution-service reads keys in order to hand them out with direct leases.
path "leasehold/data/+/keys/+" {
  capabilities = ["read"]
}
