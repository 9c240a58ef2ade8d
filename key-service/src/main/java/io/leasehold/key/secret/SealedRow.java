package io.leasehold.key.secret;

import io.leasehold.kit.secret.SecretPath;
import java.util.UUID;

/** A version of a secret, where it lies in the table. */
record SealedRow(
        UUID workspaceId,
        SecretPath.Owner owner,
        UUID ownerId,
        int version,
        String masterKeyId,
        byte[] nonce,
        byte[] ciphertext) {

    SecretPath path() {
        return new SecretPath(workspaceId, owner, ownerId);
    }

    SealedText sealed() {
        return new SealedText(masterKeyId, nonce, ciphertext);
    }
}
