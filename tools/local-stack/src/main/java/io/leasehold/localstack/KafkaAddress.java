package io.leasehold.localstack;

import java.util.Map;

/**
 * A running Kafka broker and its users. Every user signs in with SCRAM-SHA-512 over SASL_PLAINTEXT.
 *
 * @param bootstrapServers {@code host:port}
 * @param adminUser the super user, who is asked for no ACL
 * @param adminPassword the super user's password
 * @param passwords password per service; the user name is the service's name
 */
public record KafkaAddress(
        String bootstrapServers, String adminUser, String adminPassword, Map<String, String> passwords) {

    public KafkaAddress {
        passwords = Map.copyOf(passwords);
    }

    /** What a Kafka client needs to sign in as the given service. */
    public Map<String, Object> clientConfig(String service) {
        return clientConfig(service, password(service));
    }

    /** @throws IllegalArgumentException when there is no such service */
    public String password(String service) {
        return StackAddresses.required(passwords, service);
    }

    /** What a Kafka client needs to sign in as the super user. */
    public Map<String, Object> adminConfig() {
        return clientConfig(adminUser, adminPassword);
    }

    private Map<String, Object> clientConfig(String user, String password) {
        return Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "SCRAM-SHA-512",
                "sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
                        .formatted(user, password));
    }

    @Override
    public String toString() {
        return "KafkaAddress[" + bootstrapServers + "]";
    }
}
