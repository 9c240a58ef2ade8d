package io.leasehold.localstack.kafka;

import io.leasehold.localstack.KafkaAddress;
import io.leasehold.localstack.PrivateFile;
import io.leasehold.localstack.component.Component;
import io.leasehold.localstack.process.JavaCommand;
import io.leasehold.localstack.process.ProcessSpec;
import io.leasehold.localstack.process.ServerProcess;
import io.leasehold.localstack.process.Tool;
import io.leasehold.localstack.settings.Cache;
import io.leasehold.localstack.settings.Port;
import io.leasehold.localstack.settings.Ports;
import io.leasehold.localstack.settings.Secrets;
import io.leasehold.localstack.settings.Service;
import io.leasehold.localstack.settings.StackHome;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.kafka.common.Uuid;
import org.jspecify.annotations.Nullable;

/** One Kafka node that is broker and controller. */
public final class KafkaComponent implements Component {
    public static final String NAME = "kafka";
    private static final String ADMIN = "admin";

    private final StackHome home;
    private final Ports ports;
    private final KafkaAddress address;
    private final KafkaServerFiles files;
    private volatile @Nullable ServerProcess process;

    public KafkaComponent(StackHome home, Ports ports, Secrets secrets, KafkaServerFiles files) {
        this.home = home;
        this.ports = ports;
        this.files = files;
        var passwords = new TreeMap<String, String>();
        for (Service service : Service.withKafka()) {
            passwords.put(service.id(), secrets.get("kafka." + service.id()));
        }
        this.address = new KafkaAddress(
                ports.host() + ":" + ports.number(Port.KAFKA), ADMIN, secrets.get("kafka." + ADMIN), passwords);
    }

    public KafkaAddress address() {
        return address;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> dependencies() {
        return Set.of();
    }

    @Override
    public Set<Port> ports() {
        return Set.of(Port.KAFKA, Port.KAFKA_CONTROLLER);
    }

    @Override
    public void start(Consumer<String> progress) throws IOException, InterruptedException {
        if (!files.areThere()) {
            progress.accept("fetching it, once");
        }
        Path data = home.data(NAME);
        Path config = data.resolve("server.properties");
        PrivateFile.write(config, new KafkaConfig(ports, data, ADMIN, address.adminPassword()).text());
        if (!Files.exists(data.resolve("log/meta.properties"))) {
            format(config);
        }
        List<String> command = java().classArchive(files.classArchive())
                .classPath(files.classPath(), "kafka.Kafka", config.toString());
        process = ServerProcess.start(new ProcessSpec(NAME, command, Map.of(), data, home.log(NAME)));
    }

    private static JavaCommand java() {
        return JavaCommand.of(
                "-Xms128m",
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");
    }

    private void format(Path config) throws IOException, InterruptedException {
        Cache.deleteTree(config.resolveSibling("log"));
        // The password must not be on a command line, where everyone could read it.
        Path arguments = config.resolveSibling("format.arguments");
        PrivateFile.write(arguments, scram());
        try {
            Tool.of(java().classPath(
                                    files.classPath(),
                                    "kafka.tools.StorageTool",
                                    "format",
                                    "--cluster-id",
                                    Uuid.randomUuid().toString(),
                                    "--config",
                                    config.toString(),
                                    "--add-scram",
                                    "@" + arguments))
                    .run(home.run().resolve("kafka-format.log"));
        } finally {
            Files.delete(arguments);
        }
    }

    private String scram() {
        return "SCRAM-SHA-512=[name=%s,password=%s]".formatted(ADMIN, address.adminPassword());
    }

    @Override
    public boolean isReady() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(ports.host(), ports.number(Port.KAFKA)), 1000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void provision() throws IOException, InterruptedException {
        new KafkaSetup(address).run();
    }

    @Override
    public Optional<ServerProcess> process() {
        return Optional.ofNullable(process);
    }
}
