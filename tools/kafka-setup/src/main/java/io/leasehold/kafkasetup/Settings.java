package io.leasehold.kafkasetup;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.TopicConfig;

/** What the environment says; the names are those of the services' own settings. */
record Settings(Map<String, Object> client, TopicLayout layout, boolean acls) {
    private static final String PREFIX = "LEASEHOLD_KAFKA_";
    private static final String SETUP = PREFIX + "SETUP_";

    /** @throws IllegalArgumentException naming what is missing or wrong */
    static Settings of(Map<String, String> environment) {
        Map<String, Object> client = new HashMap<>();
        client.put("bootstrap.servers", required(environment, PREFIX + "BOOTSTRAP_SERVERS"));
        client.put(
                "security.protocol",
                optional(environment, PREFIX + "SECURITY_PROTOCOL").orElse("SASL_SSL"));
        optional(environment, PREFIX + "USERNAME").ifPresent(user -> {
            client.put("sasl.mechanism", "SCRAM-SHA-512");
            client.put("sasl.jaas.config", login(user, required(environment, PREFIX + "PASSWORD")));
        });
        Map<String, String> further = new HashMap<>();
        optional(environment, SETUP + "MIN_INSYNC_REPLICAS")
                .ifPresent(number -> further.put(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, number));
        return new Settings(
                client,
                new TopicLayout(replicas(environment), further),
                Boolean.parseBoolean(environment.get(SETUP + "ACLS")));
    }

    private static String login(String user, String password) {
        return "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
                .formatted(user, password);
    }

    private static Optional<Short> replicas(Map<String, String> environment) {
        String name = SETUP + "REPLICATION_FACTOR";
        try {
            return optional(environment, name).map(Short::valueOf);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " is not a number", e);
        }
    }

    private static String required(Map<String, String> environment, String name) {
        return optional(environment, name).orElseThrow(() -> new IllegalArgumentException(name + " is not set"));
    }

    private static Optional<String> optional(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    @Override
    public String toString() {
        return "Settings[" + layout + ", acls=" + acls + "]";
    }
}
