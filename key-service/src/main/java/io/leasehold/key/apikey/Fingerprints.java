package io.leasehold.key.apikey;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.UUID;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * Tells whether two secrets are the same without keeping either: HMAC-SHA-256 under a key derived from a configured
 * secret. Equal secrets in different workspaces have different fingerprints, so that none can be recognised across them.
 */
final class Fingerprints {
    private static final String MAC = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    private final SecretKey key;

    /** @param configured any length; the longer the better */
    Fingerprints(String configured) {
        try {
            this.key = KDF.getInstance("HKDF-SHA256")
                    .deriveKey(
                            MAC,
                            HKDFParameterSpec.ofExtract()
                                    .addIKM(configured.getBytes(UTF_8))
                                    .thenExpand("leasehold api key fingerprint".getBytes(UTF_8), KEY_BYTES));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has HKDF-SHA256", impossible);
        }
    }

    byte[] of(UUID workspaceId, String secret) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(key);
            mac.update(ByteBuffer.allocate(2 * Long.BYTES)
                    .putLong(workspaceId.getMostSignificantBits())
                    .putLong(workspaceId.getLeastSignificantBits())
                    .array());
            return mac.doFinal(secret.getBytes(UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has " + MAC, impossible);
        }
    }
}
