package io.leasehold.images;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What has an image. */
enum Deployable {
    KEY_SERVICE("Workspaces, provider accounts, API keys and their secrets, limits, revocation", 8081),
    DISTRIBUTION_SERVICE("Nodes, leases, choice of key, the spend arbiter", 8082),
    USAGE_COLLECTOR("Reads what the providers say it cost", 8083),
    ANALYTICS_SERVICE("Ledger, rollups, live feed, reconciliation", 8084),
    GATEWAY("Relays requests to the providers, admitted, priced and recorded", 8080, 8085),
    ADMIN_UI("The admin UI and its backend", 8000, 8001),
    KAFKA_SETUP("Makes topics and rights at a Kafka cluster"),
    PROVIDER_SIM("Simulated providers, for trying things", 8090);

    private final String description;
    private final List<Integer> ports;

    Deployable(String description, Integer... ports) {
        this.description = description;
        this.ports = List.of(ports);
    }

    /** @throws IllegalArgumentException when there is none of that name */
    static Deployable of(String id) {
        return Arrays.stream(values())
                .filter(deployable -> deployable.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no image is called " + id + "; there are "
                        + Arrays.stream(values()).map(Deployable::id).collect(Collectors.joining(", "))));
    }

    /** The name of its module and of its image. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** For people who look at the image. */
    String description() {
        return description;
    }

    List<Integer> ports() {
        return ports;
    }

    /** What the build has made of it. */
    Application in(Path checkout) {
        return switch (this) {
            case PROVIDER_SIM, KAFKA_SETUP ->
                new Application(checkout.resolve("tools").resolve(id()).resolve("target"), id() + ".jar");
            default ->
                new Application(checkout.resolve(id()).resolve("target").resolve("quarkus-app"), "quarkus-run.jar");
        };
    }
}
