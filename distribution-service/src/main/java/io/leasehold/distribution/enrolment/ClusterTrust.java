package io.leasehold.distribution.enrolment;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Trusts a certificate authority of one's own for the keys of service accounts, where one is named: a cluster's API is signed
 * by the cluster's. Only then are there settings of it, as Quarkus refuses a list of authorities that is empty.
 */
public final class ClusterTrust implements ConfigSourceFactory {
    private static final String CA_FILE = "leasehold.enrolment.kubernetes.ca-file";
    private static final String NAME = "cluster";

    /** As any setting of the application's own, so that it can be said otherwise. */
    private static final int ORDINAL = 250;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        ConfigValue file = context.getValue(CA_FILE);
        if (file == null || file.getValue() == null || file.getValue().isBlank()) {
            return List.of();
        }
        return List.of(new PropertiesConfigSource(
                Map.of(
                        "quarkus.oidc.kubernetes.tls.tls-configuration-name",
                        NAME,
                        "quarkus.tls." + NAME + ".trust-store.pem.certs",
                        file.getValue()),
                CA_FILE,
                ORDINAL));
    }
}
