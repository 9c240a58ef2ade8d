package io.leasehold.localstack.keycloak;

import io.leasehold.localstack.KeycloakAddress;
import io.leasehold.localstack.OwnedDatabase;
import io.leasehold.localstack.PostgresAddress;
import io.leasehold.localstack.PrivateFile;
import io.leasehold.localstack.component.Component;
import io.leasehold.localstack.component.HttpProbe;
import io.leasehold.localstack.postgres.PostgresComponent;
import io.leasehold.localstack.process.JavaCommand;
import io.leasehold.localstack.process.ProcessSpec;
import io.leasehold.localstack.process.ServerProcess;
import io.leasehold.localstack.settings.Port;
import io.leasehold.localstack.settings.Ports;
import io.leasehold.localstack.settings.Secrets;
import io.leasehold.localstack.settings.StackHome;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Keycloak on PostgreSQL, with the realm imported when its database is empty. */
public final class KeycloakComponent implements Component {
    public static final String NAME = "keycloak";
    private static final String DATABASE = "keycloak";
    private static final List<String> SHARED_FOLDERS = List.of("bin", "conf", "lib", "providers", "themes");

    private final StackHome home;
    private final Ports ports;
    private final Secrets secrets;
    private final PostgresAddress postgres;
    private final KeycloakDistribution distribution;
    private final KeycloakAddress address;
    private volatile @Nullable ServerProcess process;

    public KeycloakComponent(
            StackHome home, Ports ports, Secrets secrets, PostgresAddress postgres, KeycloakDistribution distribution) {
        this.home = home;
        this.ports = ports;
        this.secrets = secrets;
        this.postgres = postgres;
        this.distribution = distribution;
        this.address = DemoRealm.address(ports.url(Port.KEYCLOAK), secrets);
    }

    public KeycloakAddress address() {
        return address;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> dependencies() {
        return Set.of(PostgresComponent.NAME);
    }

    @Override
    public Set<Port> ports() {
        return Set.of(Port.KEYCLOAK, Port.KEYCLOAK_MANAGEMENT);
    }

    @Override
    public void start(Consumer<String> progress) throws IOException, InterruptedException {
        if (!distribution.isThere()) {
            progress.accept("fetching and building it, once");
        }
        Path folder = home.data(NAME);
        linkDistribution(folder);
        PrivateFile.write(folder.resolve("data/import/leasehold-realm.json"), realm());
        var spec = new ProcessSpec(NAME, command(folder), environment(database()), folder, home.log(NAME));
        process = ServerProcess.start(spec);
    }

    private String realm() throws IOException {
        return DemoRealm.json(home.checkout().resolve("k8s/keycloak/leasehold-realm.json"), address);
    }

    /** A realm that is there is not imported again. */
    @Override
    public void provision() throws IOException, InterruptedException {
        new RealmCompletion(address).add(realm());
    }

    // Keycloak looks for its realm files below its own folder, which several stacks share.
    private void linkDistribution(Path folder) throws IOException, InterruptedException {
        Path shared = distribution.folder();
        Files.createDirectories(folder);
        for (String name : SHARED_FOLDERS) {
            Path link = folder.resolve(name);
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, shared.resolve(name));
        }
    }

    private OwnedDatabase database() throws IOException {
        try {
            return OwnedDatabase.create(postgres, DATABASE, secrets.get("database." + DATABASE));
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private List<String> command(Path folder) throws IOException, InterruptedException {
        // What kc.sh would run, without a shell between us and the server.
        return JavaCommand.of(
                        "-Xms64m",
                        "-Xmx384m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Dfile.encoding=UTF-8",
                        "-Duser.language=en",
                        "--add-opens=java.base/java.util=ALL-UNNAMED",
                        "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                        "--add-opens=java.base/java.security=ALL-UNNAMED",
                        "--add-opens=java.base/java.lang=ALL-UNNAMED",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                                + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "-Dpicocli.disable.closures=true",
                        "-Dkc.home.dir=" + folder,
                        "-Djboss.server.config.dir=" + folder.resolve("conf"))
                .classArchive(distribution.classArchive())
                .classPath(
                        distribution.folder().resolve("lib/quarkus-run.jar").toString(),
                        "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
                        "start",
                        "--optimized",
                        "--import-realm");
    }

    private Map<String, String> environment(OwnedDatabase database) {
        var environment = new HashMap<String, String>();
        environment.put("KC_DB_URL", database.url());
        environment.put("KC_DB_USERNAME", database.username());
        environment.put("KC_DB_PASSWORD", database.password());
        environment.put("KC_DB_POOL_MAX_SIZE", "20");
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", address.adminUser());
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", address.adminPassword());
        environment.put("KC_HTTP_ENABLED", "true");
        environment.put("KC_HTTP_HOST", ports.listenAddress());
        environment.put("KC_HTTP_PORT", String.valueOf(ports.number(Port.KEYCLOAK)));
        environment.put("KC_HTTP_MANAGEMENT_PORT", String.valueOf(ports.number(Port.KEYCLOAK_MANAGEMENT)));
        // Otherwise the issuer would follow whatever Host header a caller sends.
        environment.put("KC_HOSTNAME", address.url().toString());
        environment.put("KC_CACHE", "local");
        return environment;
    }

    @Override
    public boolean isReady() throws InterruptedException {
        return HttpProbe.isOk(URI.create(address.issuer() + "/.well-known/openid-configuration"));
    }

    @Override
    public Optional<ServerProcess> process() {
        return Optional.ofNullable(process);
    }
}
