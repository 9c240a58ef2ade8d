package io.leasehold.localstack;

import io.leasehold.localstack.component.Component;
import io.leasehold.localstack.component.ProgressListener;
import io.leasehold.localstack.component.Supervisor;
import io.leasehold.localstack.process.RunStates;
import io.leasehold.localstack.service.ServiceComponent;
import io.leasehold.localstack.service.SimulatorComponent;
import io.leasehold.localstack.settings.Port;
import io.leasehold.localstack.settings.Ports;
import io.leasehold.localstack.settings.Secrets;
import io.leasehold.localstack.settings.Service;
import io.leasehold.localstack.settings.StackHome;
import io.leasehold.localstack.vault.SecretStoreChoice;
import io.leasehold.localstack.vault.VaultLocator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says what a stack consists of; by default everything, on free ports, in the checkout's usual home. */
public final class LocalStackBuilder {
    private final Map<String, String> environment = System.getenv();
    private final Map<Service, Map<String, String>> variables = new EnumMap<>(Service.class);
    private StackHome home = StackHome.fromEnvironment(environment);
    private @Nullable Ports ports;
    private @Nullable StackAddresses running;
    private boolean ownKafka;
    private boolean simulator = true;
    private Set<Service> services = EnumSet.allOf(Service.class);
    private final Set<Service> optimised = EnumSet.noneOf(Service.class);
    private int replicas = 1;
    private final Map<Service, Integer> replicasOf = new EnumMap<>(Service.class);
    private String databaseSuffix = "";
    private ProgressListener listener = ProgressListener.SILENT;

    LocalStackBuilder() {}

    /** The folder for data, logs and run-state. */
    public LocalStackBuilder home(Path folder) {
        this.home = home.at(folder);
        return this;
    }

    public LocalStackBuilder ports(Ports numbers) {
        this.ports = numbers;
        return this;
    }

    /** Uses servers that run already instead of starting them. */
    public LocalStackBuilder servers(StackAddresses addresses) {
        this.running = addresses;
        return this;
    }

    /** Beside servers that run already, starts a Kafka whose topics nobody else has written to. */
    public LocalStackBuilder ownKafka() {
        this.ownKafka = true;
        return this;
    }

    /** Only the servers: no simulator and no service. */
    public LocalStackBuilder onlyServers() {
        this.simulator = false;
        return services(Set.of());
    }

    public LocalStackBuilder services(Collection<Service> wanted) {
        this.services = wanted.isEmpty() ? EnumSet.noneOf(Service.class) : EnumSet.copyOf(wanted);
        return this;
    }

    /** How many there are of each service; all but the first on free ports, and unknown to their neighbours. */
    public LocalStackBuilder replicas(int number) {
        this.replicas = number;
        return this;
    }

    /** How many there are of one service, where it is another number than of the rest. */
    public LocalStackBuilder replicas(Service service, int number) {
        replicasOf.put(service, number);
        return this;
    }

    /** Put after the services' database names, so that several stacks can share a PostgreSQL. */
    public LocalStackBuilder databaseSuffix(String suffix) {
        this.databaseSuffix = suffix;
        return this;
    }

    /** A further environment variable for one service. */
    public LocalStackBuilder variable(Service service, String name, String value) {
        variables.computeIfAbsent(service, any -> new HashMap<>()).put(name, value);
        return this;
    }

    /** Runs a service with the optimising compiler, as where it is measured; usually only the gateway does. */
    public LocalStackBuilder optimised(Service service) {
        optimised.add(service);
        return this;
    }

    public LocalStackBuilder listener(ProgressListener progress) {
        this.listener = progress;
        return this;
    }

    /** Nothing is started yet. */
    public LocalStack build() throws IOException {
        home.prepare();
        Ports numbers = ports == null ? Ports.free(environment) : ports;
        var secrets = new Secrets(home.data().resolve("secrets.properties"));
        Servers servers = servers(numbers, secrets);
        var components = new ArrayList<>(servers.components());
        if (simulator) {
            components.add(new SimulatorComponent(home, numbers));
        }
        List<Ports> portsOfReplicas = portsOfReplicas(numbers);
        for (Service service : services) {
            for (int i = 0; i < numberOf(service); i++) {
                var options = new ServiceComponent.Options(
                        databaseSuffix, i + 1, variables.getOrDefault(service, Map.of()), optimised.contains(service));
                components.add(new ServiceComponent(
                        service, home, portsOfReplicas.get(i), secrets, servers.addresses(), options));
            }
        }
        return new LocalStack(home, portsOfReplicas, components, servers.addresses(), supervisor(components, numbers));
    }

    private int numberOf(Service service) {
        return replicasOf.getOrDefault(service, replicas);
    }

    /** A replica that has no neighbour of its own number calls the last one that there is. */
    private List<Ports> portsOfReplicas(Ports first) {
        var all = new ArrayList<>(List.of(first));
        int most = services.stream().mapToInt(this::numberOf).max().orElse(1);
        for (int i = 1; i < most; i++) {
            var ofServices = EnumSet.noneOf(Port.class);
            for (Service service : services) {
                if (numberOf(service) > i) {
                    ofServices.add(service.port());
                    ofServices.add(service.managementPort());
                }
            }
            all.add(all.getLast().with(ofServices));
        }
        return all;
    }

    private Servers servers(Ports numbers, Secrets secrets) throws IOException {
        var factory = new ServerFactory(home, environment);
        StackAddresses addresses = running;
        if (addresses == null) {
            var found = new VaultLocator(environment, home).find();
            return factory.all(
                    numbers,
                    secrets,
                    new SecretStoreChoice(home.data()).choose(found).orElse(null));
        }
        return ownKafka ? factory.onlyKafka(numbers, secrets, addresses) : new Servers(List.of(), () -> addresses);
    }

    private Supervisor supervisor(List<Component> components, Ports numbers) {
        return new Supervisor(components, numbers, new RunStates(home.run()), listener);
    }
}
