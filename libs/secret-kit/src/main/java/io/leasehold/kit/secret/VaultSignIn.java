package io.leasehold.kit.secret;

import io.quarkus.vault.client.VaultClient;
import io.quarkus.vault.client.auth.VaultKubernetesAuthOptions;
import io.quarkus.vault.client.http.jdk.JDKVaultHttpClient;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;

/**
 * A client that signs in as the configuration says, when it is first used. It renews its token before it ends, and signs in
 * anew when that can't be, or when Vault no longer knows it.
 */
final class VaultSignIn {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);

    private VaultSignIn() {}

    /** @throws IllegalArgumentException when it is not said where Vault is, or how to sign in */
    static VaultClient client(VaultConfig config) {
        URI url = config.url()
                .orElseThrow(() -> new IllegalArgumentException(
                        "leasehold.vault.url is not set; name the Vault, or choose leasehold.secrets.store=sealed."));
        HttpClient http =
                HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build();
        VaultClient.Builder builder = VaultClient.builder()
                .executor(new JDKVaultHttpClient(http))
                .baseUrl(url.toString())
                .requestTimeout(config.timeout());
        config.namespace().ifPresent(builder::namespace);
        signIn(builder, config);
        return builder.build();
    }

    private static void signIn(VaultClient.Builder builder, VaultConfig config) {
        if (config.kubernetes().role().isPresent()) {
            builder.kubernetes(VaultKubernetesAuthOptions.builder()
                    .mountPath(config.kubernetes().mount())
                    .role(config.kubernetes().role().get())
                    .jwtTokenPath(config.kubernetes().tokenPath())
                    .build());
        } else if (config.roleId().isPresent() && config.secretId().isPresent()) {
            builder.appRole(config.roleId().get(), config.secretId().get());
        } else if (config.token().isPresent()) {
            builder.clientToken(config.token().get());
        } else {
            throw new IllegalArgumentException("Nothing says how to sign in to Vault: set leasehold.vault.role-id and"
                    + " secret-id, or leasehold.vault.kubernetes.role.");
        }
    }
}
