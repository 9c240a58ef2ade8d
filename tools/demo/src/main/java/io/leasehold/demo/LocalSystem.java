package io.leasehold.demo;

import io.leasehold.demo.client.Endpoints;
import io.leasehold.demo.client.Http;
import io.leasehold.demo.client.TokenSource;
import io.leasehold.demo.client.WorkspaceClient;
import io.leasehold.localstack.KeycloakAddress;
import io.leasehold.localstack.LocalStack;
import io.leasehold.localstack.StackAddresses;
import io.leasehold.localstack.process.RunStates;
import io.leasehold.localstack.settings.Port;
import io.leasehold.localstack.settings.Ports;
import io.leasehold.localstack.settings.StackHome;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.Map;
import java.util.function.Function;

/** The system that runs on this machine, with the identities of its demo realm. */
public final class LocalSystem {
    private final Http http = new Http();
    private final KeycloakAddress keycloak;
    private final Endpoints endpoints;

    private LocalSystem(KeycloakAddress keycloak, Endpoints endpoints) {
        this.keycloak = keycloak;
        this.endpoints = endpoints;
    }

    /**
     * What {@code ./leasehold up} started.
     *
     * @throws IllegalStateException when nothing was
     */
    public static LocalSystem running(Map<String, String> environment) throws IOException {
        StackHome home = StackHome.fromEnvironment(environment);
        if (!Files.exists(home.addresses())) {
            throw new IllegalStateException("Leasehold is not running. Start it first: ./leasehold up --detach");
        }
        StackAddresses addresses = StackAddresses.load(home.addresses());
        Ports ports = Ports.ofRunning(new RunStates(home.run()), environment);
        return new LocalSystem(addresses.keycloak(), endpoints(addresses, ports::url));
    }

    /** A system that is not of this machine's processes, with identities of the demo realm. */
    public static LocalSystem at(KeycloakAddress keycloak, Endpoints endpoints) {
        return new LocalSystem(keycloak, endpoints);
    }

    public static LocalSystem of(LocalStack stack) {
        return new LocalSystem(stack.addresses().keycloak(), endpoints(stack.addresses(), stack::url));
    }

    private static Endpoints endpoints(StackAddresses addresses, Function<Port, URI> url) {
        return new Endpoints(
                addresses.keycloak().issuer(),
                url.apply(Port.KEY_SERVICE),
                url.apply(Port.DISTRIBUTION_SERVICE),
                url.apply(Port.USAGE_COLLECTOR),
                url.apply(Port.ANALYTICS_SERVICE),
                url.apply(Port.GATEWAY),
                url.apply(Port.PROVIDER_SIM),
                url.apply(Port.ADMIN_UI));
    }

    public Endpoints endpoints() {
        return endpoints;
    }

    public Http http() {
        return http;
    }

    /** A demo user at work. */
    public WorkspaceClient user(String name, String workspace) {
        return new WorkspaceClient(
                http,
                endpoints,
                TokenSource.user(http, endpoints.issuer(), name, keycloak.userPassword(name)),
                workspace);
    }

    /** A demo node at work. */
    public WorkspaceClient node(String name, String workspace) {
        return new WorkspaceClient(
                http,
                endpoints,
                TokenSource.client(http, endpoints.issuer(), name, keycloak.clientSecret(name)),
                workspace);
    }

    public String password(String user) {
        return keycloak.userPassword(user);
    }
}
