package io.leasehold.kit.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Tells whether two requests are the same without keeping either. A body may hold an API key, so that whoever has the table
 * must not be able to try keys against it: fingerprints are keyed with what the database does not hold. When the password
 * changes, retries of calls before it count as other requests.
 */
@Singleton
class Fingerprints {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    Fingerprints(@ConfigProperty(name = "leasehold.database.app.password") String password) {
        SecretKeySpec secret = new SecretKeySpec(password.getBytes(UTF_8), ALGORITHM);
        // Derived, so that no two uses of one secret share a key.
        this.key = new SecretKeySpec(mac(secret).doFinal("leasehold idempotency".getBytes(UTF_8)), ALGORITHM);
    }

    byte[] of(String path, byte[] body) {
        Mac mac = mac(key);
        mac.update(path.getBytes(UTF_8));
        mac.update((byte) 0);
        return mac.doFinal(body);
    }

    private static Mac mac(SecretKeySpec key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, impossible);
        }
    }
}
