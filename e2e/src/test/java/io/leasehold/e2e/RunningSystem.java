package io.leasehold.e2e;

import io.leasehold.demo.LocalSystem;
import io.leasehold.localstack.LocalStack;
import io.leasehold.localstack.LocalStackBuilder;
import io.leasehold.localstack.settings.Port;
import io.leasehold.localstack.settings.Service;
import io.leasehold.test.Servers;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Two replicas of all services, three gateways and the simulator, started once for all tests of this module, on the run's shared servers
 * with a Kafka and databases of their own. Tests get it as a parameter.
 */
public final class RunningSystem extends TestedSystem implements AutoCloseable {
    /** Of every service, so that nothing works by being alone. */
    static final int REPLICAS = 2;

    /** Enough that two still share what the third one held. */
    static final int GATEWAYS = 3;

    /** Accounts of all tests are polled as long as the run lasts. */
    private static final String POLL_INTERVAL = "PT8S";

    /** Where keys lie about; only one workspace may look there. */
    static final Path LYING_ABOUT = Path.of("target/stack/found.env").toAbsolutePath();

    private final LocalStack stack;
    private final String databaseSuffix;

    private RunningSystem(LocalStack stack, String databaseSuffix) {
        super(LocalSystem.of(stack));
        this.stack = stack;
        this.databaseSuffix = databaseSuffix;
    }

    private static RunningSystem start() {
        String databaseSuffix = "_e2e_" + UUID.randomUUID().toString().substring(0, 8);
        try {
            LocalStackBuilder builder = LocalStack.builder()
                    .home(Path.of("target/stack").toAbsolutePath())
                    .servers(Servers.addresses())
                    .ownKafka()
                    .replicas(REPLICAS)
                    .replicas(Service.GATEWAY, GATEWAYS)
                    .databaseSuffix(databaseSuffix)
                    .variable(Service.USAGE_COLLECTOR, "LEASEHOLD_COLLECTOR_POLL_INTERVAL", POLL_INTERVAL)
                    .variable(Service.GATEWAY, "JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1")
                    .variable(Service.GATEWAY, "LEASEHOLD_GATEWAY_STORED_RESPONSES", "true")
                    .variable(Service.USAGE_COLLECTOR, "LEASEHOLD_DISCOVERY_WORKSPACE", discoverer(databaseSuffix))
                    .variable(Service.USAGE_COLLECTOR, "LEASEHOLD_DISCOVERY_FILES", LYING_ABOUT.toString());
            letOthersTakeOverSoon(builder);
            LocalStack stack = builder.build();
            stack.start();
            return new RunningSystem(stack, databaseSuffix);
        } catch (Exception failure) {
            throw new IllegalStateException("The system does not start; see target/stack/logs", failure);
        }
    }

    /** What a replica was at when it was killed is another one's after these; tests that kill would wait for nothing else. */
    private static void letOthersTakeOverSoon(LocalStackBuilder builder) {
        for (Service service : Service.withKafka()) {
            builder.variable(service, "LEASEHOLD_CONSUMER_SESSION_TIMEOUT", "PT8S")
                    .variable(service, "LEASEHOLD_OUTBOX_ACK_TIMEOUT", "PT3S");
        }
        builder.variable(Service.KEY_SERVICE, "LEASEHOLD_REVOCATION_CLAIM", "PT8S")
                .variable(Service.KEY_SERVICE, "LEASEHOLD_ROTATION_CLAIM", "PT8S")
                .variable(Service.DISTRIBUTION_SERVICE, "LEASEHOLD_HOLDS_TERM", "PT25S")
                .variable(Service.DISTRIBUTION_SERVICE, "LEASEHOLD_HOLDS_MARGIN", "PT5S")
                .variable(Service.ANALYTICS_SERVICE, "LEASEHOLD_CREDITS_LOOK_EVERY", "PT2S");
    }

    private static String discoverer(String databaseSuffix) {
        return "finds" + databaseSuffix.replace('_', '-');
    }

    /** The slug of the workspace that may look for keys where services run; it is not there yet. */
    String discoverer() {
        return discoverer(databaseSuffix);
    }

    public LocalStack stack() {
        return stack;
    }

    String database(Service service) {
        return service.database() + databaseSuffix;
    }

    /** A gateway's base URL for a provider. */
    String gateway(int replica, String provider) {
        return stack.url(Port.GATEWAY, replica) + "/" + provider;
    }

    @Override
    public List<String> gateways(String provider) {
        return IntStream.rangeClosed(1, GATEWAYS)
                .mapToObj(replica -> gateway(replica, provider))
                .toList();
    }

    @Override
    public void close() {
        stack.close();
    }

    /** Starts the system with the first test that wants it and ends it with the run. */
    static final class Extension implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == RunningSystem.class;
        }

        @Override
        public RunningSystem resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.create(RunningSystem.class))
                    .computeIfAbsent(RunningSystem.class, type -> RunningSystem.start(), RunningSystem.class);
        }
    }
}
