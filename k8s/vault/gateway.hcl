# The gateway reads the keys that leases use, and nothing else.
path "leasehold/data/+/keys/+" {
  capabilities = ["read"]
}
