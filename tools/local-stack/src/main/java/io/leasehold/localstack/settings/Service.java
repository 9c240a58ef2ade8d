package io.leasehold.localstack.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Leasehold's own services, and what each of them uses. */
public enum Service {
    KEY_SERVICE(Port.KEY_SERVICE, Port.KEY_SERVICE, Uses.DATABASE, Uses.KAFKA, Uses.VAULT),
    DISTRIBUTION_SERVICE(Port.DISTRIBUTION_SERVICE, Port.DISTRIBUTION_SERVICE, Uses.DATABASE, Uses.KAFKA, Uses.VAULT),
    USAGE_COLLECTOR(Port.USAGE_COLLECTOR, Port.USAGE_COLLECTOR, Uses.DATABASE, Uses.KAFKA, Uses.VAULT),
    ANALYTICS_SERVICE(Port.ANALYTICS_SERVICE, Port.ANALYTICS_SERVICE, Uses.DATABASE, Uses.KAFKA),
    GATEWAY(Port.GATEWAY, Port.GATEWAY_MANAGEMENT, Uses.KAFKA, Uses.VAULT),
    ADMIN_UI(Port.ADMIN_UI, Port.ADMIN_UI_MANAGEMENT, Uses.DATABASE);

    private enum Uses {
        DATABASE,
        KAFKA,
        VAULT
    }

    private final Port port;
    private final Port managementPort;
    private final List<Uses> uses;

    Service(Port port, Port managementPort, Uses... uses) {
        this.port = port;
        this.managementPort = managementPort;
        this.uses = List.of(uses);
    }

    /** Its name everywhere: module, Kafka user, Keycloak client, Vault role. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The name of its database. */
    public String database() {
        return id().replace('-', '_');
    }

    /** Where its users call it. */
    public Port port() {
        return port;
    }

    /** Where Quarkus answers for health and metrics; the same as {@link #port()} but for what is shown to the world. */
    public Port managementPort() {
        return managementPort;
    }

    public boolean usesDatabase() {
        return uses.contains(Uses.DATABASE);
    }

    public boolean usesKafka() {
        return uses.contains(Uses.KAFKA);
    }

    public boolean usesVault() {
        return uses.contains(Uses.VAULT);
    }

    public static List<Service> withKafka() {
        return Arrays.stream(values()).filter(Service::usesKafka).toList();
    }

    public static List<Service> withVault() {
        return Arrays.stream(values()).filter(Service::usesVault).toList();
    }
}
