package io.leasehold.providers.google;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.providers.Secret;
import io.leasehold.providers.http.Failure;
import io.leasehold.providers.http.JsonCredential;
import io.leasehold.providers.http.JsonFields;
import io.leasehold.providers.http.ProviderException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * A service account, by the key file that Google gives once. It proves who it is by what it signs (RFC 7523).
 *
 * @param project the id of the project whose keys it administers
 */
record GoogleAccount(String project, String email, PrivateKey key) {
    private static final String SCOPE = "https://www.googleapis.com/auth/cloud-platform";
    private static final Duration LIFE = Duration.ofHours(1);
    private static final String HEADER = encoded("{\"alg\":\"RS256\",\"typ\":\"JWT\"}");

    /** @throws ProviderException when it is no such file */
    static GoogleAccount of(Secret credential) {
        JsonNode file = JsonCredential.read(credential).orElseThrow(GoogleAccount::unreadable);
        return new GoogleAccount(
                required(file, "project_id"), required(file, "client_email"), key(required(file, "private_key")));
    }

    /** What is exchanged for an access token; meant for {@code audience} and nobody else. */
    String assertion(String audience, Instant now) {
        String claims = "{\"iss\":\"%s\",\"scope\":\"%s\",\"aud\":\"%s\",\"iat\":%d,\"exp\":%d}"
                .formatted(
                        email,
                        SCOPE,
                        audience,
                        now.getEpochSecond(),
                        now.plus(LIFE).getEpochSecond());
        String signed = HEADER + "." + encoded(claims);
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + encoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw unreadable();
        }
    }

    @Override
    public String toString() {
        return "GoogleAccount[" + email + "]";
    }

    private static PrivateKey key(String pem) {
        String body = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(body)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw unreadable();
        }
    }

    private static String required(JsonNode file, String field) {
        return Optional.ofNullable(JsonFields.text(file, field))
                .filter(value -> value.indexOf('"') < 0 && value.indexOf('\\') < 0)
                .orElseThrow(GoogleAccount::unreadable);
    }

    private static String encoded(String json) {
        return encoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static Base64.Encoder encoder() {
        return Base64.getUrlEncoder().withoutPadding();
    }

    private static ProviderException unreadable() {
        return new ProviderException(
                Failure.INVALID_CREDENTIAL,
                0,
                null,
                "This is no key file of a Google service account. Give the JSON file in Base64, on one line.",
                null);
    }
}
