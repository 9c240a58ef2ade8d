package io.leasehold.key.secret;

/**
 * A secret as it may lie in a table.
 *
 * @param masterKeyId which master key opens it
 */
record SealedText(String masterKeyId, byte[] nonce, byte[] ciphertext) {}
