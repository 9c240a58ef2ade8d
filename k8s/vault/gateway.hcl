# The gateway reads the keys that leases use, and the secret by which it links requests of a conversation; nothing else.
path "leasehold/data/+/keys/+" {
  capabilities = ["read"]
}
path "leasehold/data/00000000-0000-0000-0000-000000000000/conversations/00000000-0000-0000-0000-000000000000" {
  capabilities = ["read"]
}
# A token that lasts is renewed.
path "auth/token/renew-self" {
  capabilities = ["update"]
}
