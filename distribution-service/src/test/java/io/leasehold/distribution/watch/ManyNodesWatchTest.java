package io.leasehold.distribution.watch;

import static io.leasehold.distribution.LimitFixture.limit;
import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.contracts.Period;
import io.leasehold.contracts.Scope;
import io.leasehold.distribution.LimitFixture;
import io.leasehold.distribution.Sql;
import io.leasehold.test.Await;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Thousands of nodes listen at one replica. */
@QuarkusTest
class ManyNodesWatchTest {
    private static final int NODES = 2_000;
    private static final int OPENING_AT_ONCE = 50;

    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final AtomicInteger watching = new AtomicInteger();
    private final ConcurrentLinkedQueue<Long> told = new ConcurrentLinkedQueue<>();

    @Test
    void allOfThemAreToldTheSameAndSoon() {
        List<String> credentials = IntStream.range(0, NODES)
                .mapToObj(i -> "lhn_" + workspace.slug() + "-" + i)
                .toList();
        enrolAll();
        Semaphore opening = new Semaphore(OPENING_AT_ONCE);
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        try {
            credentials.forEach(credential -> {
                opening.acquireUninterruptibly();
                http.sendAsync(request(credential), BodyHandlers.fromLineSubscriber(new Lines(opening)));
            });
            Await.untilAsserted(() -> assertThat(watching).hasValue(NODES));

            LimitFixture.tell(workspace, Scope.WORKSPACE, workspace.id().toString(), 1, limit(Period.DAY, "9", "UTC"));

            Await.untilAsserted(() -> assertThat(told).hasSize(NODES));
            long first = told.stream().mapToLong(Long::longValue).min().orElseThrow();
            long last = told.stream().mapToLong(Long::longValue).max().orElseThrow();
            // All of them read on this machine, too; what is measured is how long the last waits after the first.
            assertThat(Duration.ofNanos(last - first)).isLessThan(Duration.ofSeconds(2));
        } finally {
            // Not closed: that would wait for streams that have no end.
            http.shutdownNow();
        }
    }

    private void enrolAll() {
        Sql.update("""
                with fresh as (
                    insert into node (workspace_id, node_id, name, issuer, subject, state, enrolled_at, last_seen_at, version)
                    select ?, id, 'many-' || i, 'urn:leasehold:enrolment', id::text, 'enrolled', now(), now(), 1
                    from (select gen_random_uuid() as id, i from generate_series(0, ?) as i) as made
                    returning workspace_id, node_id, name)
                insert into node_credential (workspace_id, node_id, credential_hash, created_at)
                select workspace_id, node_id,
                       encode(sha256(convert_to('lhn_' || ? || replace(name, 'many', ''), 'UTF8')), 'hex'), now()
                from fresh
                """, workspace.id(), NODES - 1, workspace.slug());
    }

    private static HttpRequest request(String credential) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/api/v1/watch"))
                .header("authorization", "Bearer " + credential)
                .header("accept", "text/event-stream")
                .build();
    }

    private final class Lines implements Flow.Subscriber<String> {
        private final Semaphore opening;

        Lines(Semaphore opening) {
            this.opening = opening;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(String line) {
            if (line.equals("event:watching") || line.equals("event: watching")) {
                watching.incrementAndGet();
                opening.release();
            } else if (line.startsWith("event:") && line.contains("limits_changed")) {
                told.add(System.nanoTime());
            }
        }

        @Override
        public void onError(Throwable cut) {
            opening.release();
        }

        @Override
        public void onComplete() {
            opening.release();
        }
    }
}
