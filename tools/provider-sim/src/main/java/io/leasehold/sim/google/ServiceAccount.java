package io.leasehold.sim.google;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.sim.format.Digests;
import io.leasehold.sim.format.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A service account by its key file.
 *
 * @param key of which the other half checks what is signed
 */
record ServiceAccount(String email, RSAPrivateCrtKey key) {
    private static final int KEY_BITS = 2048;
    private static final int LINE = 64;

    /** The same entropy gives the same file. */
    static String mint(byte[] entropy) {
        try {
            SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
            random.setSeed(entropy);
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(KEY_BITS, random);
            byte[] key = generator.generateKeyPair().getPrivate().getEncoded();
            String id = HexFormat.of().formatHex(entropy, 0, Long.BYTES);
            String file = """
                    {
                      "type": "service_account",
                      "project_id": "%s",
                      "private_key_id": "%s",
                      "private_key": "%s",
                      "client_email": "leasehold-%s@%s.iam.gserviceaccount.com",
                      "token_uri": "https://oauth2.googleapis.com/token"
                    }
                    """.formatted(Project.ID, id, pem(key), id, Project.ID);
            return Base64.getEncoder().encodeToString(file.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has RSA", e);
        }
    }

    /** @throws IllegalArgumentException when it is no key file */
    static ServiceAccount of(String secret) {
        try {
            JsonNode file = Json.MAPPER.readTree(Base64.getDecoder().decode(secret));
            String pem = file.path("private_key").asText();
            byte[] key = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
            return new ServiceAccount(file.path("client_email").asText(), (RSAPrivateCrtKey)
                    KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(key)));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException("no key file", e);
        }
    }

    /** Whether this account signed it. */
    boolean signed(String text, byte[] signature) {
        try {
            Signature check = Signature.getInstance("SHA256withRSA");
            check.initVerify(KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent())));
            check.update(text.getBytes(StandardCharsets.US_ASCII));
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** Follows from the secret, so that it outlives a restart. */
    static String tokenOf(String secret) {
        return "ya29." + HexFormat.of().formatHex(Digests.sha256("access " + secret));
    }

    private static String pem(byte[] key) {
        String lines = Base64.getMimeEncoder(LINE, new byte[] {'\n'})
                .encodeToString(key)
                .replace("\n", "\\n");
        return "-----BEGIN PRIVATE KEY-----\\n" + lines + "\\n-----END PRIVATE KEY-----\\n";
    }

    @Override
    public String toString() {
        return "ServiceAccount[" + email + "]";
    }
}
