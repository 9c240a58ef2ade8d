package io.leasehold.e2e.kubernetes;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.demo.client.Http;
import io.leasehold.localstack.VaultAddress;
import java.math.BigInteger;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.RSAPublicKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * Lets service accounts of a namespace sign in to Vault, as an operator would: an auth method that trusts the keys by which
 * the cluster signs its service accounts' tokens. Its sign-in is that of Vault's Kubernetes method.
 */
final class VaultSignIn implements AutoCloseable {
    private final Http http = new Http();
    private final VaultAddress vault;
    private final Namespace namespace;

    VaultSignIn(VaultAddress vault, Namespace namespace) {
        this.vault = vault;
        this.namespace = namespace;
    }

    /** The auth method's mount. */
    String mount() {
        return namespace.name();
    }

    void prepare() {
        write("sys/auth/" + mount(), Map.of("type", "jwt"));
        write("auth/" + mount() + "/config", Map.of("jwt_validation_pubkeys", signingKeys()));
    }

    /** @param component the service whose role and policy it is */
    void letIn(String serviceAccount, String component) {
        write(
                "auth/" + mount() + "/role/leasehold-" + component,
                Map.of(
                        "role_type",
                        "jwt",
                        "user_claim",
                        "sub",
                        "bound_audiences",
                        List.of("vault"),
                        "bound_subject",
                        "system:serviceaccount:" + namespace.name() + ":" + serviceAccount,
                        "token_policies",
                        List.of("leasehold-" + component),
                        "token_ttl",
                        "1h"));
    }

    private List<String> signingKeys() {
        var keys = new ArrayList<String>();
        for (JsonNode key : namespace.raw("/openid/v1/jwks").get("keys")) {
            keys.add(pem(key));
        }
        return keys;
    }

    private static String pem(JsonNode jwk) {
        try {
            var rsa = new RSAPublicKeySpec(number(jwk.get("n")), number(jwk.get("e")));
            byte[] encoded = KeyFactory.getInstance("RSA").generatePublic(rsa).getEncoded();
            return "-----BEGIN PUBLIC KEY-----\n"
                    + Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(encoded)
                    + "\n-----END PUBLIC KEY-----\n";
        } catch (GeneralSecurityException noRsaKey) {
            throw new IllegalStateException("The cluster signs tokens with a key that is no RSA key", noRsaKey);
        }
    }

    private static BigInteger number(JsonNode base64) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(base64.asText()));
    }

    private void write(String path, Map<String, ?> body) {
        send("POST", path, body);
    }

    private void send(String method, String path, Map<String, ?> body) {
        http.send(method, URI.create(vault.url() + "/v1/" + path), body, "X-Vault-Token", vault.rootToken())
                .expectSuccess();
    }

    @Override
    public void close() {
        send("DELETE", "sys/auth/" + mount(), Map.of());
    }
}
