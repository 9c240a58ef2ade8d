package io.leasehold.kit.production;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Plain connections to the identity provider, the broker or the database are for one machine only. */
@Singleton
class ConnectionCheck implements ProductionCheck {
    private final Optional<String> issuer;
    private final Optional<String> kafkaProtocol;
    private final Optional<String> databaseUrl;

    ConnectionCheck(
            @ConfigProperty(name = "leasehold.oidc.issuer") Optional<String> issuer,
            @ConfigProperty(name = "leasehold.kafka.security-protocol") Optional<String> kafkaProtocol,
            @ConfigProperty(name = "leasehold.database.url") Optional<String> databaseUrl) {
        this.issuer = issuer;
        this.kafkaProtocol = kafkaProtocol;
        this.databaseUrl = databaseUrl;
    }

    @Override
    public List<String> violations() {
        List<String> found = new ArrayList<>();
        if (issuer.filter(url -> url.startsWith("http:")).isPresent()) {
            found.add("leasehold.oidc.issuer is plain HTTP; use https.");
        }
        if (kafkaProtocol.filter(protocol -> !protocol.endsWith("SSL")).isPresent()) {
            found.add("leasehold.kafka.security-protocol is plain text; use SASL_SSL or SSL.");
        }
        if (databaseUrl.filter(url -> !url.contains("sslmode=verify")).isPresent()) {
            found.add("leasehold.database.url has no sslmode=verify-full; PostgreSQL must be reached by TLS.");
        }
        return found;
    }
}
