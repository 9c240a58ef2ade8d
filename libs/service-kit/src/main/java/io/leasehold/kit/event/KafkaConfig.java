package io.leasehold.kit.event;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How to reach the broker. Every service has a user of its own, with an ACL per topic. */
@ConfigMapping(prefix = "leasehold.kafka")
public interface KafkaConfig {
    /** Host and port pairs, separated by commas. */
    String bootstrapServers();

    /** {@code SASL_SSL}, {@code SSL}, or on one machine {@code SASL_PLAINTEXT}. */
    @WithDefault("SASL_SSL")
    String securityProtocol();

    /** The SCRAM user; empty with mutual TLS. */
    Optional<String> username();

    /** The SCRAM user's password. */
    Optional<String> password();

    /** Further client properties, such as those of a trust store. */
    Map<String, String> properties();

    /** These settings as the Kafka clients want them. */
    default Map<String, Object> clientProperties() {
        Map<String, Object> client = new HashMap<>(properties());
        client.put("bootstrap.servers", bootstrapServers());
        client.put("security.protocol", securityProtocol());
        username().ifPresent(user -> {
            client.put("sasl.mechanism", "SCRAM-SHA-512");
            client.put(
                    "sasl.jaas.config",
                    "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
                            .formatted(user, password().orElse("")));
        });
        return client;
    }
}
