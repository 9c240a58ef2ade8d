package io.leasehold.ui.session;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * 256 random bits that only the browser's cookie holds. What is stored under {@link #id()} can be neither found nor
 * opened by whoever reads the database alone.
 */
final class SessionSecret {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;
    private static final String DERIVATION = "HmacSHA256";

    private final byte[] bytes;

    private SessionSecret(byte[] bytes) {
        this.bytes = bytes;
    }

    static SessionSecret random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new SessionSecret(bytes);
    }

    /** @throws IllegalArgumentException when no session ever had such a cookie */
    static SessionSecret ofCookie(String value) {
        byte[] bytes = Base64.getUrlDecoder().decode(value);
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("Not a session cookie");
        }
        return new SessionSecret(bytes);
    }

    String cookie() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    byte[] id() {
        return derive("session id");
    }

    SecretKey sealingKey() {
        return new SecretKeySpec(derive("session tokens"), "AES");
    }

    private byte[] derive(String purpose) {
        try {
            Mac mac = Mac.getInstance(DERIVATION);
            mac.init(new SecretKeySpec(bytes, DERIVATION));
            return mac.doFinal(purpose.getBytes(US_ASCII));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return "SessionSecret[…]";
    }
}
