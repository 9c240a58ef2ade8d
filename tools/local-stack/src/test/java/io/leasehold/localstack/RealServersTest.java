package io.leasehold.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leasehold.contracts.Topic;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** What the servers of a stack really allow. Runs where there are servers, which is in every run of the whole build. */
@EnabledIfEnvironmentVariable(
        named = StackAddresses.ENVIRONMENT_VARIABLE,
        matches = ".+",
        disabledReason = "needs real servers: ./leasehold test --module local-stack")
class RealServersTest {
    private final StackAddresses servers = StackAddresses.fromEnvironment().orElseThrow();

    RealServersTest() throws Exception {}

    @Test
    void everyTopicIsThereWithItsPartitionsAndItsRetention() throws Exception {
        try (Admin admin = Admin.create(new HashMap<>(servers.kafka().adminConfig()))) {
            for (Topic topic : Topic.values()) {
                TopicDescription described = admin.describeTopics(List.of(topic.topicName()))
                        .topicNameValues()
                        .get(topic.topicName())
                        .get();
                var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.topicName());
                var config = admin.describeConfigs(List.of(resource))
                        .values()
                        .get(resource)
                        .get();

                assertThat(described.partitions()).hasSize(Topic.PARTITIONS);
                assertThat(config.get("cleanup.policy").value())
                        .isEqualTo(topic.retention().compacted() ? "compact" : "delete");
            }
        }
    }

    @Test
    void aServiceWritesItsOwnTopicAndNoOther() throws Exception {
        try (var producer = producer("distribution-service")) {
            send(producer, Topic.AUDIT);

            assertThatThrownBy(() -> send(producer, Topic.KEYS))
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(TopicAuthorizationException.class);
        }
    }

    @Test
    void aWrongPasswordIsRefusedByTheBroker() {
        var kafka = servers.kafka();
        var forged = new KafkaAddress(kafka.bootstrapServers(), kafka.adminUser(), "wrong", Map.of());

        try (Admin admin = Admin.create(new HashMap<>(forged.adminConfig()))) {
            assertThatThrownBy(() -> admin.listTopics().names().get(20, TimeUnit.SECONDS))
                    .hasCauseInstanceOf(SaslAuthenticationException.class);
        }
    }

    @Test
    void theAppRoleSeesOnlyItsWorkspaceAndAltersNothing() throws Exception {
        var database = ServiceDatabase.create(servers.postgres(), "roles_" + RandomText.hex(4));
        try {
            execute(
                    database,
                    database.owner(),
                    "create table thing (workspace uuid not null, name text)",
                    "alter table thing enable row level security",
                    "alter table thing force row level security",
                    "create policy own on thing using"
                            + " (workspace = nullif(current_setting('leasehold.workspace', true), '')::uuid)");
            execute(database, database.system(), "insert into thing values (gen_random_uuid(), 'a')");

            assertThat(count(database, database.system())).isEqualTo(1);
            assertThat(count(database, database.app())).isZero();
            assertThatThrownBy(() -> execute(database, database.app(), "drop table thing"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("must be owner");
            assertThatThrownBy(() -> execute(database, database.app(), "create table other (id int)"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
        } finally {
            database.drop(servers.postgres());
        }
    }

    @Test
    void oneServicesRolesCannotConnectToTheDatabaseOfAnother() throws Exception {
        var one = ServiceDatabase.create(servers.postgres(), "one_" + RandomText.hex(4));
        var other = ServiceDatabase.create(servers.postgres(), "other_" + RandomText.hex(4));
        try {
            assertThatThrownBy(() -> DriverManager.getConnection(
                            other.url(), one.system().username(), one.system().password()))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied for database");
        } finally {
            one.drop(servers.postgres());
            other.drop(servers.postgres());
        }
    }

    @Test
    void replicasThatStartAtOncePrepareTheirDatabaseOneAfterTheOther() throws Exception {
        String name = "race_" + RandomText.hex(4);
        List<Future<ServiceDatabase>> prepared;
        try (var replicas = Executors.newVirtualThreadPerTaskExecutor()) {
            prepared = IntStream.range(0, 16)
                    .mapToObj(replica ->
                            replicas.submit(() -> ServiceDatabase.create(servers.postgres(), name, role -> "the-same")))
                    .toList();
        }

        for (Future<ServiceDatabase> one : prepared) {
            assertThat(one.get().name()).isEqualTo(name);
        }
        prepared.getFirst().get().drop(servers.postgres());
    }

    private KafkaProducer<String, String> producer(String service) {
        return new KafkaProducer<>(
                servers.kafka().clientConfig(service), new StringSerializer(), new StringSerializer());
    }

    private static void send(KafkaProducer<String, String> producer, Topic topic) throws Exception {
        // Tombstones of a key nobody uses: consumers of the same run have nothing to chew on.
        producer.send(new ProducerRecord<>(topic.topicName(), "local-stack-test", null))
                .get(20, TimeUnit.SECONDS);
    }

    private static void execute(ServiceDatabase database, ServiceDatabase.Role role, String... statements)
            throws SQLException {
        try (Connection connection = connect(database, role);
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static long count(ServiceDatabase database, ServiceDatabase.Role role) throws SQLException {
        try (Connection connection = connect(database, role);
                var rows = connection.createStatement().executeQuery("select count(*) from thing")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static Connection connect(ServiceDatabase database, ServiceDatabase.Role role) throws SQLException {
        return DriverManager.getConnection(database.url(), role.username(), role.password());
    }
}
