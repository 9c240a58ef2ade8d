package io.leasehold.gateway.server;

import io.leasehold.contracts.event.RequestCompleted.FailedTry;
import io.leasehold.gateway.admission.Admitted;
import io.leasehold.gateway.admission.Call;
import io.leasehold.gateway.relay.Attempt;
import io.leasehold.gateway.relay.Timeline;
import io.leasehold.gateway.relay.Verdict;
import io.leasehold.providers.http.AddressRule.NotPublicException;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClientResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * With which keys one request was sent in vain, and whether another one may be tried: only before the client has seen
 * anything, and where nothing was billed. Event loop only.
 */
final class Tries {
    /** An error says little; what says more than this isn't read to its end. */
    private static final long LONGEST_ERROR = 256 * 1024;

    private final Site site;
    private final Call call;
    private List<FailedTry> failures = List.of();
    private @Nullable FailedTry last;

    Tries(Site site, Call call) {
        this.site = site;
        this.call = call;
    }

    /**
     * Notes an answer, also for other requests where it is about the key.
     *
     * @return whether another key may do better, and be tried
     */
    boolean refused(Admitted admitted, HttpClientResponse from, Timeline timeline) {
        if (from.statusCode() < 400) {
            return false;
        }
        Verdict verdict = Verdict.of(from, site.clock().instant());
        site.cooldowns().begin(admitted.key(), verdict.cooldown());
        last = new FailedTry(admitted.key().keyId(), admitted.secretVersion(), from.statusCode());
        return verdict.worthAnotherKey() && isTimeLeft(timeline);
    }

    /**
     * Notes that there was no answer.
     *
     * @return whether the provider has seen nothing of it, so that another key may be tried
     */
    boolean unreached(Admitted admitted, Attempt attempt, Throwable failure, Timeline timeline) {
        last = new FailedTry(admitted.key().keyId(), admitted.secretVersion(), null);
        return !attempt.wasSent() && !(failure instanceof NotPublicException) && isTimeLeft(timeline);
    }

    private boolean isTimeLeft(Timeline timeline) {
        var fallback = site.relay().fallback();
        return failures.size() + 1 < fallback.keys() && timeline.age().compareTo(fallback.within()) < 0;
    }

    /** The same request with another key; fails where there is none. */
    Future<Admitted> next(Admitted admitted) {
        Set<UUID> tried = Stream.concat(
                        failures.stream().map(FailedTry::keyId),
                        Stream.of(admitted.key().keyId()))
                .collect(Collectors.toSet());
        return site.admission().admitInstead(call, admitted, tried);
    }

    /** The last try came to nothing, and another one begins. */
    void failed() {
        List<FailedTry> more = new ArrayList<>(failures);
        if (last != null) {
            more.add(last);
        }
        failures = more;
        site.metrics().fellBack(call.provider());
    }

    /** Those before the last one. */
    List<FailedTry> failures() {
        return failures;
    }

    /** An answer that waits, to be dropped or passed on. */
    static HeldAnswer hold(HttpClientResponse answer) {
        return new HeldAnswer(answer);
    }

    /** An answer that nobody reads yet. */
    static final class HeldAnswer {
        private final HttpClientResponse answer;
        private @Nullable Throwable broken;
        private long dropped;

        private HeldAnswer(HttpClientResponse answer) {
            this.answer = answer;
            answer.exceptionHandler(failure -> broken = failure);
        }

        /** Null as long as all of it can still be had. */
        @Nullable
        Throwable broken() {
            return broken;
        }

        /** Its connection can be used again once all of it has come. */
        void drop() {
            answer.handler(chunk -> {
                dropped += chunk.length();
                if (dropped > LONGEST_ERROR) {
                    answer.request().reset();
                }
            });
            answer.resume();
        }
    }
}
