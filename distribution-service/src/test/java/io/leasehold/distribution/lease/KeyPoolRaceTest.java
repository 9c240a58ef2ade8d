package io.leasehold.distribution.lease;

import static io.leasehold.distribution.KeyFixture.aKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.contracts.KeyState;
import io.leasehold.distribution.Api;
import io.leasehold.distribution.KeyFixture;
import io.leasehold.distribution.Sql;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is remembered of a pool while its keys come and go. */
@QuarkusTest
class KeyPoolRaceTest {
    private static final int ASKERS = 4;

    private final TestWorkspace workspace = TestWorkspace.fresh();

    @Test
    void whoAsksAfterAKeyWentGetsAnotherOneHoweverManyAskMeanwhile() throws Exception {
        List<KeyFixture> keys =
                IntStream.range(0, 6).mapToObj(i -> aKey(workspace).told()).toList();
        AtomicInteger gone = new AtomicInteger();
        List<Asked> asked = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(ASKERS)) {
            List<Future<List<Asked>>> askers = IntStream.range(0, ASKERS)
                    .mapToObj(asker -> threads.submit(() -> askUntil(asker, gone, keys.size() - 1)))
                    .toList();
            for (KeyFixture key : keys.subList(0, keys.size() - 1)) {
                key.now(KeyState.DISABLED).told();
                gone.incrementAndGet();
            }
            for (Future<List<Asked>> asker : askers) {
                asked.addAll(asker.get());
            }
        }

        List<UUID> order = keys.stream().map(KeyFixture::id).toList();
        assertThat(asked).isNotEmpty();
        assertThat(asked)
                .allSatisfy(each -> assertThat(order.subList(0, each.goneBefore()))
                        .as("keys that were gone before it asked")
                        .doesNotContain(each.keyId()));
    }

    /** @param goneBefore how many keys had gone when it asked */
    private record Asked(int goneBefore, UUID keyId) {}

    private List<Asked> askUntil(int asker, AtomicInteger gone, int all) {
        List<Asked> asked = new ArrayList<>();
        int goneBefore;
        do {
            goneBefore = gone.get();
            Response answer = Api.asNode(workspace, "node-" + asker)
                    .body("{\"provider\":\"anthropic\",\"additional\":true}")
                    .post("/api/v1/leases");
            answer.then().statusCode(201);
            asked.add(new Asked(goneBefore, keyOf(answer.path("lease_id"))));
        } while (goneBefore < all);
        return asked;
    }

    private static UUID keyOf(String lease) {
        return UUID.fromString(
                Objects.requireNonNull(Sql.one("select key_id from lease where lease_id = ?", UUID.fromString(lease))));
    }
}
