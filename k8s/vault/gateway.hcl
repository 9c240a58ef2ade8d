# The gateway reads the keys that leases use, and nothing else.
path "leasehold/data/+/keys/+" {
  capabilities = ["read"]
}
# A token that lasts is renewed.
path "auth/token/renew-self" {
  capabilities = ["update"]
}
