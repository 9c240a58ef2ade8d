package io.leasehold.kit.node;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Where {@code leasehold.enrolment.kubernetes.enabled} is true, tokens of a cluster's service accounts are taken beside those
 * of this installation's own issuer; who they are is said by {@link NodeBindings}. Everywhere else there are no settings of
 * them at all.
 *
 * <p>{@code issuer} is how the tokens name their cluster, {@code audience} whom they must be for, {@code jwks-url} where the
 * keys can be read, without a credential, by which they are checked, and {@code ca-file} the authority that has signed the
 * certificate there, where no public one has: a cluster's API is signed by the cluster's own.
 */
public final class ServiceAccountTokens implements ConfigSourceFactory {
    /** As Quarkus' settings of it are called. */
    static final String TENANT = "kubernetes";

    private static final String OURS = "leasehold.enrolment.kubernetes.";
    private static final String OIDC = "quarkus.oidc." + TENANT + ".";
    private static final String CLUSTER = "https://kubernetes.default.svc";
    private static final String TRUST = "cluster";

    /** As any setting of the application's own, so that it can be said otherwise. */
    private static final int ORDINAL = 250;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        return value(context, "enabled").filter(Boolean::parseBoolean).isPresent()
                ? List.of(new PropertiesConfigSource(settings(context), OURS + "*", ORDINAL))
                : List.of();
    }

    private static Map<String, String> settings(ConfigSourceContext context) {
        String issuer = value(context, "issuer").orElse(CLUSTER);
        Map<String, String> settings = new HashMap<>();
        settings.put("quarkus.oidc.resolve-tenants-with-issuer", "true");
        settings.put(OIDC + "application-type", "service");
        // Its signing keys are read from where they are said to be, when the first such token comes.
        settings.put(OIDC + "discovery-enabled", "false");
        settings.put(OIDC + "jwks.resolve-early", "false");
        settings.put(OIDC + "jwks-path", value(context, "jwks-url").orElse(CLUSTER + "/openid/v1/jwks"));
        settings.put(OIDC + "auth-server-url", issuer);
        settings.put(OIDC + "token.issuer", issuer);
        settings.put(OIDC + "token.audience", value(context, "audience").orElse("leasehold"));
        settings.put(OIDC + "token.allow-jwt-introspection", "false");
        settings.put(OIDC + "token.allow-opaque-token-introspection", "false");
        // Only then are there settings of it, as Quarkus refuses a list of authorities that is empty.
        value(context, "ca-file").ifPresent(file -> {
            settings.put(OIDC + "tls.tls-configuration-name", TRUST);
            settings.put("quarkus.tls." + TRUST + ".trust-store.pem.certs", file);
        });
        return settings;
    }

    private static Optional<String> value(ConfigSourceContext context, String setting) {
        ConfigValue found = context.getValue(OURS + setting);
        return Optional.ofNullable(found == null ? null : found.getValue()).filter(text -> !text.isBlank());
    }
}
