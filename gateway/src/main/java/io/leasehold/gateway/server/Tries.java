package io.leasehold.gateway.server;

import io.leasehold.contracts.event.RequestCompleted.FailedTry;
import io.leasehold.gateway.admission.Admitted;
import io.leasehold.gateway.admission.Call;
import io.leasehold.gateway.relay.Attempt;
import io.leasehold.gateway.relay.HeldAnswer;
import io.leasehold.gateway.relay.Timeline;
import io.leasehold.gateway.relay.Verdict;
import io.leasehold.providers.dialect.UsageTap;
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
     * @param held read where only its body says that
     * @return whether another key may do better, and be tried
     */
    boolean refused(Admitted admitted, HeldAnswer held, Timeline timeline) {
        HttpClientResponse from = held.answer();
        Verdict verdict = saysWrongKey(held)
                ? Verdict.WRONG_KEY
                : Verdict.of(from, site.clock().instant());
        site.cooldowns().begin(admitted.key(), verdict.cooldown());
        last = new FailedTry(admitted.key().keyId(), admitted.secretVersion(), from.statusCode());
        return verdict.worthAnotherKey() && isTimeLeft(timeline);
    }

    private boolean saysWrongKey(HeldAnswer held) {
        HttpClientResponse from = held.answer();
        if (!call.dialect().blamesKeysIn(from.statusCode())) {
            return false;
        }
        UsageTap tap = call.route().tap(from.statusCode(), from.getHeader("content-type"));
        tap.feed(held.read().getBytes(), 0, held.read().length());
        String type = tap.usage().errorType();
        return type != null && call.dialect().wrongKeyErrors().contains(type);
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
}
