package io.leasehold.kit.idempotency;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.leasehold.kit.database.Database;
import io.leasehold.test.ServiceUnderTest;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = ServiceUnderTest.class, initArgs = @ResourceArg(name = "service", value = "key-service"))
class IdempotencyTest {
    @Inject
    Database database;

    @Inject
    NoteService notes;

    @Inject
    IdempotencySweep sweep;

    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final String key = UUID.randomUUID().toString();

    @Test
    void aRetryIsAnsweredAsTheFirstTimeAndChangesNothing() {
        Response first = post("/notes", key, "once");

        Response again = post("/notes", key, "once");

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.contentType()).startsWith("application/json");
        assertThat(texts()).containsExactly("once");
    }

    @Test
    void withoutAKeyEveryCallCounts() {
        post("/notes", null, "twice");
        post("/notes", null, "twice");

        assertThat(texts()).containsExactly("twice", "twice");
    }

    @Test
    void theSameKeyForAnotherRequestIsRefused() {
        post("/notes", key, "one");

        post("/notes", key, "other")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:leasehold:problem:idempotency-key-reused"));
        post("/notes/secret", key, "one").then().statusCode(422);
        assertThat(texts()).containsExactly("one");
    }

    @Test
    void anotherCallerMayUseTheSameKey() {
        post("/notes", key, "operator's");

        String admins = given().auth()
                .oauth2(workspace.token("admin"))
                .header(IdempotencyFilter.HEADER, key)
                .contentType("application/json")
                .body("{\"text\":\"admin's\"}")
                .post("/notes")
                .then()
                .statusCode(201)
                .extract()
                .path("text");

        assertThat(admins).isEqualTo("admin's");
        assertThat(texts()).containsExactlyInAnyOrder("operator's", "admin's");
    }

    @Test
    void whileTheFirstIsRunningTheSecondIsToldSo() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Response> first = threads.submit(() -> post("/notes", key, NoteService.SLOW));
            notes.slowIsRunning.await(20, TimeUnit.SECONDS);

            Response second = post("/notes", key, NoteService.SLOW);
            notes.slowMayGoOn.countDown();

            second.then().statusCode(409).body("type", equalTo("urn:leasehold:problem:still-running"));
            assertThat(first.get().statusCode()).isEqualTo(201);
        }
        assertThat(texts()).containsExactly(NoteService.SLOW);
    }

    @Test
    void manyAtOnceHaveOneEffect() throws ExecutionException, InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Response>> calls = IntStream.range(0, 20)
                    .mapToObj(i -> threads.submit(() -> post("/notes", key, "raced")))
                    .toList();
            for (Future<Response> call : calls) {
                assertThat(call.get().statusCode()).isIn(201, 409);
            }
        }
        assertThat(texts()).containsExactly("raced");
    }

    @Test
    void whatWasRefusedMayBeTriedAgain() {
        post("/notes", key, "refused").then().statusCode(400);
        post("/notes", key, "refused").then().statusCode(400);

        assertThat(rows()).isZero();
    }

    @Test
    void whatWasRolledBackIsNotKept() {
        notes.failsAfterKeeping.set(true);

        post("/notes", key, "after all").then().statusCode(500);

        post("/notes", key, "after all").then().statusCode(201);
        assertThat(texts()).containsExactly("after all");
    }

    @Test
    void anAttemptThatDiedIsTakenOverAfterAWhile() {
        post("/notes", key, "taken over").then().statusCode(201);
        undo();

        post("/notes", key, "taken over").then().statusCode(409);
        age("3 minutes");

        post("/notes", key, "taken over").then().statusCode(201);
        assertThat(texts()).containsExactly("taken over");
    }

    @Test
    void anAnswerWithASecretIsMadeAnewAndLeavesNoTrace() {
        Response first = post("/notes/secret", key, "hidden");

        Response again = post("/notes/secret", key, "hidden");

        assertThat(again.<String>path("id")).isEqualTo(first.path("id"));
        assertThat(again.<String>path("text")).startsWith("secret ").isNotEqualTo(first.path("text"));
        assertThat(texts()).containsExactly("hidden");
        String kept = database.asSystem(handle -> handle.createQuery(
                        "select string_agg(c::text, ' ') from idempotent_call c where workspace_id = :id")
                .bind("id", workspace.id())
                .mapTo(String.class)
                .one());
        assertThat(kept).doesNotContain("secret");
    }

    @Test
    void nobodyCanTryBodiesAgainstWhatIsKept() throws Exception {
        post("/notes", key, "guess me").then().statusCode(201);

        byte[] kept = database.asSystem(
                handle -> handle.createQuery("select fingerprint from idempotent_call where workspace_id = :id")
                        .bind("id", workspace.id())
                        .mapTo(byte[].class)
                        .one());
        MessageDigest plain = MessageDigest.getInstance("SHA-256");
        assertThat(kept).isNotEqualTo(plain.digest("/notes\0{\"text\":\"guess me\"}".getBytes(UTF_8)));
    }

    @Test
    void whoMayNotCallClaimsNothing() {
        var call = given().header(IdempotencyFilter.HEADER, key)
                .contentType("application/json")
                .body("{\"text\":\"no\"}");

        call.post("/notes").then().statusCode(401);
        call.auth().oauth2(workspace.token("viewer")).post("/notes").then().statusCode(403);

        assertThat(rows()).isZero();
    }

    @Test
    void recordsAreForgottenAfterADay() {
        post("/notes", key, "old");
        age("23 hours");
        sweep.sweep();
        assertThat(rows()).isOne();

        age("2 hours");
        sweep.sweep();

        assertThat(rows()).isZero();
    }

    @Test
    void aKeyThatIsTooLongIsRefused() {
        post("/notes", "k".repeat(256), "long").then().statusCode(400);
    }

    private Response post(String path, @org.jspecify.annotations.Nullable String idempotencyKey, String text) {
        var request = given().auth()
                .oauth2(workspace.token("operator"))
                .contentType("application/json")
                .body("{\"text\":\"" + text + "\"}");
        return (idempotencyKey == null ? request : request.header(IdempotencyFilter.HEADER, idempotencyKey)).post(path);
    }

    private List<String> texts() {
        return database.asSystem(handle -> handle.createQuery("select text from note where workspace_id = :id")
                .bind("id", workspace.id())
                .mapTo(String.class)
                .list());
    }

    private int rows() {
        return database.asSystem(
                handle -> handle.createQuery("select count(*) from idempotent_call where workspace_id = :id")
                        .bind("id", workspace.id())
                        .mapTo(Integer.class)
                        .one());
    }

    private void age(String by) {
        database.useSystem(handle -> handle.createUpdate(
                        "update idempotent_call set claimed_at = claimed_at - cast(:by as interval) where workspace_id = :id")
                .bind("by", by)
                .bind("id", workspace.id())
                .execute());
    }

    /** Leaves things as a process does that dies between its claim and its commit. */
    private void undo() {
        database.useSystem(handle -> {
            handle.execute("delete from note where workspace_id = ?", workspace.id());
            handle.execute(
                    "update idempotent_call set finished_at = null, status = null, body = null where workspace_id = ?",
                    workspace.id());
        });
    }
}
