package io.leasehold.localstack.settings;

import java.util.Locale;

/** Every TCP port of a stack, with its usual number. */
public enum Port {
    POSTGRESQL(15432),
    KAFKA(19092),
    KAFKA_CONTROLLER(19093),
    KEYCLOAK(8180),
    KEYCLOAK_MANAGEMENT(8181),
    VAULT(18200),
    VAULT_CLUSTER(18201),
    PROVIDER_SIM(8090),
    KEY_SERVICE(8081),
    DISTRIBUTION_SERVICE(8082),
    USAGE_COLLECTOR(8083),
    ANALYTICS_SERVICE(8084),
    GATEWAY(8080),
    GATEWAY_MANAGEMENT(8085),
    ADMIN_UI(8000),
    ADMIN_UI_MANAGEMENT(8001);

    private final int usual;

    Port(int usual) {
        this.usual = usual;
    }

    /** The reverse of {@link #id()}. */
    public static Port ofId(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }

    /** Its name in files. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public int usual() {
        return usual;
    }

    /** The environment variable that changes it. */
    public String setting() {
        return "LEASEHOLD_PORT_" + name();
    }
}
