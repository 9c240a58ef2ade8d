package io.leasehold.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.leasehold.contracts.LeaseMode;
import io.leasehold.contracts.LeaseState;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A lease as it stands, with all its transition times.
 *
 * @param keyId the key chosen for it; in gateway mode the first to be tried, in direct mode the only one
 * @param domain the domain its traffic counts for; null where none is bound
 * @param user the user its traffic counts for; null where none is bound
 * @param models the models it may call; empty means all that the key allows
 * @param spendLimit the most it may ever cost, in USD; null where only other scopes limit it
 * @param tokenHashes SHA-256 of each live lease token, in hex; at most five, the newest last
 * @param tags what keys must have to serve it, see {@link io.leasehold.contracts.KeyTags}
 * @param rates how fast it may be used; null where nothing was said of that, see {@link #rateLimits()}
 * @param expiresAt {@link #NEVER} for one that does not end by itself
 * @param endedAt when it was released, revoked or expired; null while it is usable
 * @param secretVersion the version of its key's secret that its node was given last; null for one that was given none
 */
public record LeaseView(
        UUID leaseId,
        UUID workspaceId,
        UUID nodeId,
        String nodeName,
        String provider,
        LeaseMode mode,
        LeaseState state,
        UUID keyId,
        @Nullable String domain,
        @Nullable String user,
        List<String> models,
        @Nullable BigDecimal spendLimit,
        List<String> tokenHashes,
        Instant issuedAt,
        Instant expiresAt,
        @Nullable Instant renewedAt,
        @Nullable Instant endedAt,
        @Nullable String endReason,
        long version,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> tags,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable RateLimits rates,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer secretVersion)
        implements EventData {
    /** The end of what has none: a time like all others, so that whoever compares with it need not know. */
    public static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    public LeaseView {
        // What was written before there were tags has none.
        tags = tags == null ? List.of() : List.copyOf(tags);
    }

    /** One that any key of its provider may serve, as fast as it likes. */
    public LeaseView(
            UUID leaseId,
            UUID workspaceId,
            UUID nodeId,
            String nodeName,
            String provider,
            LeaseMode mode,
            LeaseState state,
            UUID keyId,
            @Nullable String domain,
            @Nullable String user,
            List<String> models,
            @Nullable BigDecimal spendLimit,
            List<String> tokenHashes,
            Instant issuedAt,
            Instant expiresAt,
            @Nullable Instant renewedAt,
            @Nullable Instant endedAt,
            @Nullable String endReason,
            long version) {
        this(
                leaseId,
                workspaceId,
                nodeId,
                nodeName,
                provider,
                mode,
                state,
                keyId,
                domain,
                user,
                models,
                spendLimit,
                tokenHashes,
                issuedAt,
                expiresAt,
                renewedAt,
                endedAt,
                endReason,
                version,
                List.of(),
                null,
                null);
    }

    /** How fast it may be used. */
    public RateLimits rateLimits() {
        return rates == null ? RateLimits.NONE : rates;
    }

    @Override
    public String aggregateKey() {
        return leaseId.toString();
    }
}
