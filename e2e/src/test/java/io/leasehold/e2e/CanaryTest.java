package io.leasehold.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.demo.client.WorkspaceClient;
import io.leasehold.localstack.KafkaAddress;
import io.leasehold.localstack.settings.Service;
import io.leasehold.test.Await;
import io.leasehold.test.TestWorkspace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postgresql.PGConnection;

/** Secrets that were used are searched for in every log file, every table and every topic. */
@ExtendWith(RunningSystem.Extension.class)
class CanaryTest {
    private final RunningSystem system;
    private final List<String> hits = new ArrayList<>();

    CanaryTest(RunningSystem system) {
        this.system = system;
    }

    @Test
    void secretsAppearNowhere() throws Exception {
        useSecretsInEveryWay();

        searchLogs();
        searchTables();
        searchTopics();

        assertThat(hits).isEmpty();
    }

    @Test
    void theSearchFindsWhatIsThere() {
        system.remember("canary-that-sings-0123456789");

        search("a text", "before canary-that-sings-0123456789 after".getBytes(UTF_8));

        assertThat(hits).hasSize(1);
    }

    /** Well, wrongly, and by a request that fails. */
    private void useSecretsInEveryWay() {
        TestWorkspace workspace = system.freshWorkspace();
        WorkspaceClient admin = system.as(workspace, "admin");
        Pool pool = Pool.anthropic(system, admin);
        JsonNode refused = system.providerKey("anthropic", "admin");
        admin.post(
                system.endpoints().keyService(),
                "/api/v1/keys",
                Map.of(
                        "account_id",
                        pool.accountId(),
                        "name",
                        "wrong kind",
                        "secret",
                        refused.get("secret").asText()));
        admin.post(
                system.endpoints().keyService(),
                "/api/v1/keys",
                Map.of("account_id", pool.accountId(), "nmae", pool.secret(), "secret", pool.secret()));
        JsonNode lease = Pool.lease(
                system, system.asNode(workspace, "canary"), Map.of("provider", "anthropic", "spend_limit", "1"));
        try (AnthropicClient client = new AnthropicClient(lease)) {
            Await.untilAsserted(() -> client.send("Sing [[out=5]]", 10));
        }
        useAnApiToken(workspace, admin);
    }

    private void useAnApiToken(TestWorkspace workspace, WorkspaceClient admin) {
        String token = admin.post(
                        system.endpoints().keyService(), "/api/v1/tokens", Map.of("name", "canary", "role", "admin"))
                .expectSuccess()
                .get("token")
                .asText();
        system.remember(token);
        WorkspaceClient program = system.with(token, workspace);
        Await.untilAsserted(() -> program.get(system.endpoints().analyticsService(), "/api/v1/requests")
                .expectSuccess());
        program.post(system.endpoints().keyService(), "/api/v1/domains", Map.of("name", token, "nmae", token));
        admin.post(system.endpoints().keyService(), "/api/v1/tokens/canary/revoke", Map.of())
                .expectSuccess();
        Await.untilAsserted(() -> assertThat(program.get(system.endpoints().analyticsService(), "/api/v1/requests")
                        .status())
                .isEqualTo(401));
    }

    private void searchLogs() throws IOException {
        try (Stream<Path> files = Files.walk(system.stack().home().logs())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                search(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
    }

    private void searchTables() throws SQLException, IOException {
        for (String database : databases()) {
            try (Connection connection = Tables.open(database)) {
                for (String table : strings(
                        connection,
                        "select format('%I.%I', schemaname, tablename) from pg_tables"
                                + " where schemaname not in ('pg_catalog', 'information_schema')")) {
                    ByteArrayOutputStream dump = new ByteArrayOutputStream();
                    connection
                            .unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyOut("copy (select * from " + table + ") to stdout", dump);
                    search(database + "." + table, dump.toByteArray());
                }
            }
        }
    }

    private List<String> databases() throws SQLException {
        try (Connection connection = Tables.open("postgres")) {
            List<String> own = strings(connection, "select datname from pg_database").stream()
                    .filter(name -> name.contains("_e2e"))
                    .toList();
            assertThat(own).hasSizeGreaterThanOrEqualTo(Service.values().length - 1);
            return own;
        }
    }

    private static List<String> strings(Connection connection, String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (ResultSet rows = connection.createStatement().executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    private void searchTopics() {
        KafkaAddress kafka = system.stack().addresses().kafka();
        Map<String, Object> settings = new HashMap<>(kafka.adminConfig());
        settings.put("enable.auto.commit", false);
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.listTopics().values().stream()
                    .flatMap(List::stream)
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(200)).forEach(this::search);
            }
        }
    }

    private void search(ConsumerRecord<byte[], byte[]> consumed) {
        String where = consumed.topic() + "/" + consumed.partition() + "@" + consumed.offset();
        if (consumed.key() != null) {
            search(where, consumed.key());
        }
        if (consumed.value() != null) {
            search(where, consumed.value());
        }
        consumed.headers().forEach(header -> search(where, header.value()));
    }

    /** Byte for byte, without the secret in the failure's own message. */
    private void search(String where, byte[] content) {
        String text = new String(content, UTF_8);
        for (String secret : system.usedSecrets()) {
            if (text.contains(secret)) {
                hits.add(where + " has the secret that ends with " + secret.substring(secret.length() - 4));
            }
        }
    }
}
