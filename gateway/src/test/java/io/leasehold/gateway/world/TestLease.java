package io.leasehold.gateway.world;

import io.leasehold.contracts.LeaseMode;
import io.leasehold.contracts.LeaseState;
import io.leasehold.contracts.OpaqueToken;
import io.leasehold.contracts.RateMeasure;
import io.leasehold.contracts.TokenKind;
import io.leasehold.contracts.Topic;
import io.leasehold.contracts.event.EventType;
import io.leasehold.contracts.event.ExchangeCaptured;
import io.leasehold.contracts.event.LeaseView;
import io.leasehold.contracts.event.RateLimits;
import io.leasehold.contracts.event.RequestCompleted;
import io.leasehold.kit.event.ReceivedEvent;
import io.leasehold.test.Await;
import io.leasehold.test.Events;
import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A gateway lease with a token that works. */
public final class TestLease {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String token;
    private LeaseView view;

    private TestLease(String token, LeaseView view) {
        this.token = token;
        this.view = view;
    }

    public String token() {
        return token;
    }

    public UUID id() {
        return view.leaseId();
    }

    public LeaseView view() {
        return view;
    }

    /** Tells that it is over. */
    public void ends(LeaseState state) {
        view = new LeaseView(
                view.leaseId(),
                view.workspaceId(),
                view.nodeId(),
                view.nodeName(),
                view.provider(),
                view.mode(),
                state,
                view.keyId(),
                view.domain(),
                view.user(),
                view.models(),
                view.spendLimit(),
                view.tokenHashes(),
                view.issuedAt(),
                view.expiresAt(),
                null,
                Instant.now(),
                "test",
                view.version() + 1);
        Events.publish(EventType.LEASE_REVOKED, view);
    }

    /** The ledger's records of this lease, as soon as there are that many. */
    public List<RequestCompleted> records(int count) {
        return records(count, any -> true);
    }

    public List<RequestCompleted> records(int count, Predicate<RequestCompleted> matching) {
        return Events.await(Topic.REQUESTS, count, event -> isOurs(event, matching)).stream()
                .map(event -> (RequestCompleted) event.data())
                .toList();
    }

    /** What was said in a request of this lease. */
    public ExchangeCaptured captured(UUID requestId) {
        return (ExchangeCaptured) Events.await(
                        Topic.CONTENT,
                        1,
                        event -> event.data() instanceof ExchangeCaptured captured
                                && captured.requestId().equals(requestId))
                .getFirst()
                .data();
    }

    private boolean isOurs(ReceivedEvent event, Predicate<RequestCompleted> matching) {
        return event.data() instanceof RequestCompleted completed
                && completed.leaseId().equals(id())
                && matching.test(completed);
    }

    /** How a lease is made: without limits, for all models and for an hour unless said otherwise. */
    public static final class Builder {
        private final Tenant tenant;
        private @Nullable BigDecimal spendLimit;
        private RateLimits rates = RateLimits.NONE;
        private List<String> models = List.of();
        private Duration ttl = Duration.ofHours(1);
        private @Nullable String domain = "app.example.com";
        private boolean told = true;

        Builder(Tenant tenant) {
            this.tenant = tenant;
        }

        public Builder limitedTo(String usd) {
            this.spendLimit = new BigDecimal(usd);
            return this;
        }

        public Builder asFastAs(RateLimits limits) {
            this.rates = limits;
            return this;
        }

        public Builder forModels(String... names) {
            this.models = List.of(names);
            return this;
        }

        public Builder expiringIn(Duration duration) {
            this.ttl = duration;
            return this;
        }

        /** @param name null for none */
        public Builder ofDomain(@Nullable String name) {
            this.domain = name;
            return this;
        }

        /** Distribution-service knows it, but its topic has not told of it. */
        public Builder untold() {
            this.told = false;
            return this;
        }

        /** Made, and known to the gateway where its topic tells of it. */
        public TestLease make() {
            OpaqueToken token = TokenKind.LEASE.mint(RANDOM);
            LeaseView view = view(token);
            if (spendLimit != null) {
                Control.services().put("limits/" + view.leaseId(), spendLimit);
            }
            for (RateMeasure measure : RateMeasure.values()) {
                if (rates.of(measure) != null) {
                    Control.services().put("rates/" + view.leaseId() + ":" + measure.wireName(), rates.of(measure));
                }
            }
            if (told) {
                Events.publish(EventType.LEASE_GRANTED, view);
                Await.untilAsserted(() -> Gateway.assertAnswers(tenant, token.text()));
            } else {
                Control.services().put("leases/" + token.sha256(), view);
            }
            return new TestLease(token.text(), view);
        }

        private LeaseView view(OpaqueToken token) {
            Instant now = Instant.now();
            return new LeaseView(
                    UUID.randomUUID(),
                    tenant.workspaceId(),
                    UUID.randomUUID(),
                    "node-a",
                    tenant.provider(),
                    LeaseMode.GATEWAY,
                    LeaseState.ACTIVE,
                    tenant.key().keyId(),
                    domain,
                    null,
                    models,
                    spendLimit,
                    List.of(token.sha256()),
                    now.minusSeconds(60),
                    now.plus(ttl),
                    null,
                    null,
                    null,
                    1,
                    List.of(),
                    rates,
                    null);
        }
    }
}
