package io.leasehold.providers.google;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;

/** The key file of a service account, as Google gives it once, in Base64. */
final class KeyFile {
    static final KeyPair RSA = keyPair();

    private KeyFile() {}

    static String of(String project) {
        String pem = "-----BEGIN PRIVATE KEY-----\\n"
                + Base64.getEncoder()
                        .encodeToString(RSA.getPrivate().getEncoded())
                        .replaceAll("(.{64})", "$1\\\\n")
                + "\\n-----END PRIVATE KEY-----\\n";
        String file = """
                {
                  "type": "service_account",
                  "project_id": "%s",
                  "private_key": "%s",
                  "client_email": "leasehold@p-1.iam.gserviceaccount.com"
                }""".formatted(project, pem);
        return Base64.getEncoder().encodeToString(file.getBytes(StandardCharsets.UTF_8));
    }

    private static KeyPair keyPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
