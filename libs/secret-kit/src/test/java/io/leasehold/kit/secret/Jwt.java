package io.leasehold.kit.secret;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/** Tokens as a cluster signs them for its service accounts. */
final class Jwt {
    private static final KeyPair KEYS = keys();

    private Jwt() {}

    /** For the audience {@code vault}, good for ten minutes. */
    static String signedFor(String subject) throws GeneralSecurityException {
        Instant now = Instant.now();
        String token = base64("{\"alg\":\"RS256\"}") + "."
                + base64("{\"sub\":\"%s\",\"aud\":[\"vault\"],\"iat\":%d,\"exp\":%d}"
                        .formatted(
                                subject,
                                now.getEpochSecond(),
                                now.plus(Duration.ofMinutes(10)).getEpochSecond()));
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(KEYS.getPrivate());
        signature.update(token.getBytes(US_ASCII));
        return token + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
    }

    /** In PEM, its lines ended as in JSON. */
    static String publicKey() {
        return "-----BEGIN PUBLIC KEY-----\\n"
                + Base64.getEncoder().encodeToString(KEYS.getPublic().getEncoded())
                + "\\n-----END PUBLIC KEY-----";
    }

    private static String base64(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(US_ASCII));
    }

    private static KeyPair keys() {
        try {
            return KeyPairGenerator.getInstance("RSA").generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has RSA", impossible);
        }
    }
}
