package io.leasehold.key;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.contracts.Topic;
import io.leasehold.test.Await;
import io.leasehold.test.Events;
import io.leasehold.test.TestDatabase;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;

/** Secrets that were used are looked for everywhere that they must not be. */
@QuarkusTest
class SecretsStayInTest {
    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final KeyApi admin = KeyApi.as(workspace, "admin");
    private final Sim.SimKey credential = Sim.anthropicAdmin();
    private final Sim.SimKey key = Sim.anthropicKey();

    @Test
    void noTableAndNoTopicHoldsASecret() throws Exception {
        useThem();

        for (String secret : List.of(credential.secret(), key.secret())) {
            assertThat(tablesHolding(secret)).isEmpty();
            assertThat(topicsHolding(secret)).isEmpty();
        }
    }

    private void useThem() {
        UUID account = admin.addAccount("anthropic", credential.secret());
        UUID id = admin.addBoundKey(account, key);
        admin.postKey(account, key, Map.of()).then().statusCode(409);
        admin.call().post("/api/v1/keys/" + id + "/verify").then().statusCode(200);
        admin.call().post("/api/v1/keys/" + id + "/revoke").then().statusCode(202);
        Await.untilAsserted(() ->
                assertThat(admin.<String>read("/api/v1/keys/" + id, "state")).isEqualTo("revoked"));
    }

    private static List<String> tablesHolding(String secret) throws Exception {
        List<String> found = new ArrayList<>();
        try (Connection connection = TestDatabase.open();
                ResultSet tables = connection
                        .createStatement()
                        .executeQuery("select tablename from pg_tables where schemaname = 'public'")) {
            CopyManager copy = connection.unwrap(BaseConnection.class).getCopyAPI();
            while (tables.next()) {
                ByteArrayOutputStream dump = new ByteArrayOutputStream();
                copy.copyOut("copy " + tables.getString(1) + " to stdout (format binary)", dump);
                if (dump.toString(ISO_8859_1).contains(secret)) {
                    found.add(tables.getString(1));
                }
            }
        }
        return found;
    }

    /** Reads the topics this service writes up to the last thing that it wrote of this workspace. */
    private List<String> topicsHolding(String secret) {
        List<String> found = new ArrayList<>();
        for (Topic topic : List.of(Topic.ACCOUNTS, Topic.KEYS, Topic.AUDIT)) {
            Events.awaitRecords(topic, consumed -> {
                String value = consumed.value() == null ? "" : new String(consumed.value(), ISO_8859_1);
                if (value.contains(secret)) {
                    found.add(topic.topicName());
                }
                return isLastOf(topic, value);
            });
        }
        return found;
    }

    private boolean isLastOf(Topic topic, String value) {
        String last = switch (topic) {
            case ACCOUNTS -> "\"provider\"";
            case KEYS -> "\"revoked\"";
            default -> "\"key.revoked\"";
        };
        return value.contains(workspace.id().toString()) && value.contains(last);
    }
}
