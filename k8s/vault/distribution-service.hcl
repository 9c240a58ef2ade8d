# distribution-service reads the keys that it hands out in direct leases, and nothing else.
path "leasehold/data/+/keys/+" {
  capabilities = ["read"]
}
# A token that lasts is renewed.
path "auth/token/renew-self" {
  capabilities = ["update"]
}
