package io.leasehold.analytics;

import io.leasehold.contracts.Provenance;
import io.leasehold.contracts.Tokens;
import io.leasehold.contracts.UsageSource;
import io.leasehold.contracts.event.RequestCompleted;
import io.leasehold.kit.id.Ids;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Requests as the gateway tells them: {@code aRequest(workspace).model("x").cost("0.01").build()}. */
public final class RequestFixture {
    private final UUID workspaceId;
    private UUID requestId = Ids.next();
    private UUID nodeId = Ids.next();
    private UUID keyId = Ids.next();
    private UUID accountId = Ids.next();
    private String provider = "anthropic";
    private String model = "claude-opus-5";
    private @Nullable String domain = "app.example.com";
    private Instant admittedAt = Instant.now();
    private int status = 200;
    private @Nullable String errorType;
    private Tokens tokens = Tokens.text(100, 20);
    private @Nullable BigDecimal cost = new BigDecimal("0.001500000");
    private @Nullable Provenance provenance = Provenance.GATEWAY;
    private @Nullable String costReason;
    private Duration latency = Duration.ofMillis(800);
    private int revision = 1;
    private RequestCompleted.@Nullable PriceTerms priceTerms = new RequestCompleted.PriceTerms(0, null, null, null);

    private RequestFixture(UUID workspaceId) {
        this.workspaceId = workspaceId;
    }

    public static RequestFixture aRequest(UUID workspaceId) {
        return new RequestFixture(workspaceId);
    }

    public RequestFixture id(UUID id) {
        requestId = id;
        return this;
    }

    public RequestFixture node(UUID id) {
        nodeId = id;
        return this;
    }

    public RequestFixture key(UUID account, UUID key) {
        accountId = account;
        keyId = key;
        return this;
    }

    public RequestFixture model(String ofProvider, String name) {
        provider = ofProvider;
        model = name;
        return this;
    }

    public RequestFixture domain(@Nullable String name) {
        domain = name;
        return this;
    }

    public RequestFixture at(Instant time) {
        admittedAt = time;
        return this;
    }

    public RequestFixture failed(int withStatus, String error) {
        status = withStatus;
        errorType = error;
        return this;
    }

    public RequestFixture tokens(Tokens used) {
        tokens = used;
        return this;
    }

    public RequestFixture cost(String usd) {
        return cost(new BigDecimal(usd), Provenance.GATEWAY);
    }

    public RequestFixture cost(BigDecimal usd, Provenance from) {
        cost = usd;
        provenance = from;
        return this;
    }

    public RequestFixture unknownCost() {
        return unknownCost("no price");
    }

    public RequestFixture unknownCost(String reason) {
        cost = null;
        provenance = null;
        costReason = reason;
        return this;
    }

    /** Null as in what was written before they were told. */
    public RequestFixture priceTerms(RequestCompleted.@Nullable PriceTerms terms) {
        priceTerms = terms;
        return this;
    }

    public RequestFixture latency(Duration total) {
        latency = total;
        return this;
    }

    public RequestFixture revision(int number) {
        revision = number;
        return this;
    }

    public RequestCompleted build() {
        long total = latency.toNanos() / 1_000;
        return RequestCompleted.builder()
                .requestId(requestId)
                .workspaceId(workspaceId)
                .leaseId(UUID.nameUUIDFromBytes(nodeId.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .nodeId(nodeId)
                .keyId(keyId)
                .accountId(accountId)
                .provider(provider)
                .model(model)
                .requestedModel(model)
                .domain(domain)
                .user("mia")
                .tags(List.of("a tag", "a \"quoted\" one"))
                .route("POST /v1/messages")
                .streamed(true)
                .admittedAt(admittedAt)
                .completedAt(admittedAt.plus(latency))
                .status(status)
                .errorType(errorType)
                .tokens(tokens)
                .usageSource(UsageSource.REPORTED)
                .cost(cost)
                .costProvenance(provenance)
                .costReason(cost == null ? costReason : null)
                .priceVersion("2026-11-20")
                .reservation(new BigDecimal("0.01"))
                .latency(new RequestCompleted.Latency(120, total / 2, total, 150))
                .secretVersion(1)
                .upstreamRequestId("req_1")
                .replica(UUID.randomUUID())
                .revision(revision)
                .priceTerms(priceTerms)
                .build();
    }
}
