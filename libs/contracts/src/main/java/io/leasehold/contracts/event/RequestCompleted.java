package io.leasehold.contracts.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.leasehold.contracts.Period;
import io.leasehold.contracts.Provenance;
import io.leasehold.contracts.Scope;
import io.leasehold.contracts.Tokens;
import io.leasehold.contracts.UsageSource;
import java.math.BigDecimal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One call through the gateway, told once it is over. The ledger: everything that is counted is counted from this.
 *
 * @param admittedAt decides the windows it belongs to, in every service
 * @param requestedModel what the client asked for; {@code model} is what the provider says it used
 * @param route the provider's path with its method, such as {@code POST /v1/messages}
 * @param status the HTTP status the client got; 499 when it hung up first
 * @param errorType the provider's or our own error type; null when all went well
 * @param cost in USD; null when it is not known, never 0 for that
 * @param costReason why the cost is null
 * @param computedCost our own figure where {@code cost} is the provider's; null where it can't be worked out
 * @param reservation the worst case that was set aside, in USD; what an unknown cost settles at
 * @param slices what the reservation was taken from, one per limited window
 * @param priceVersion the version of the price book that {@code cost} or {@code computedCost} was worked out with
 * @param secretVersion the version of the key's secret that was sent
 * @param replica the boot id of the gateway replica
 * @param revision starts at 1; a higher one replaces the ledger's row
 * @param continuation what links it to others of its conversation; null where its domain's capture is {@code none}, on
 *     routes without conversations, and where it could not be worked out
 * @param failedTries keys that it was sent with in vain before {@code keyId}; nothing was billed for these
 * @param priceTerms what its price depends on beside its tokens; null in what was written before that was told
 * @param storedResponse the answer, where its provider keeps it and leases may go on from such; null otherwise
 */
public record RequestCompleted(
        UUID requestId,
        UUID workspaceId,
        UUID leaseId,
        UUID nodeId,
        UUID keyId,
        UUID accountId,
        String provider,
        String model,
        String requestedModel,
        @Nullable String domain,
        @Nullable String user,
        @Nullable String agent,
        @Nullable String conversation,
        List<String> tags,
        String route,
        boolean streamed,
        Instant admittedAt,
        Instant completedAt,
        int status,
        @Nullable String errorType,
        Tokens tokens,
        UsageSource usageSource,
        @Nullable BigDecimal cost,
        @Nullable Provenance costProvenance,
        @Nullable String costReason,
        @Nullable BigDecimal computedCost,
        @Nullable String priceVersion,
        BigDecimal reservation,
        List<Slice> slices,
        Latency latency,
        int secretVersion,
        @Nullable String upstreamRequestId,
        UUID replica,
        int revision,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FailedTry> failedTries,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Continuation continuation,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable PriceTerms priceTerms,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable StoredResponse storedResponse)
        implements EventData {

    public RequestCompleted {
        // What was written before there were several tries had one.
        failedTries = failedTries == null ? List.of() : List.copyOf(failedTries);
    }

    /** One of which nothing is known yet. */
    public static RequestCompletedBuilder builder() {
        return new RequestCompletedBuilder();
    }

    /** One that is the same but for what is said anew. */
    public RequestCompletedBuilder toBuilder() {
        return new RequestCompletedBuilder(this);
    }

    /** The same, with what links it to others. */
    public RequestCompleted with(@Nullable Continuation links) {
        return toBuilder().continuation(links).build();
    }

    /** The same, with what links others to its stored answer; the same as it is where none is stored. */
    public RequestCompleted withStoredLink(byte[] link) {
        return storedResponse == null
                ? this
                : toBuilder().storedResponse(storedResponse.with(link)).build();
    }

    /** The Kafka key is the lease: one lease's requests are settled in order. */
    @Override
    public String aggregateKey() {
        return leaseId.toString();
    }

    /**
     * The provider refused the key, or could not be reached with it.
     *
     * @param status what the provider answered; null where it could not be reached
     */
    public record FailedTry(
            UUID keyId, int secretVersion, @Nullable Integer status) {}

    /**
     * By what requests of one conversation are found together, without what was said. An HMAC stands for the conversation up
     * to one message: of a key of the workspace's, the HMAC before it and the message, without marks of what is to be cached,
     * without ids and thoughts, and the same however it is written. 16 bytes in Base64url. A request goes on from another
     * one where one of its own is that one's {@code withAnswer}, or else its last.
     *
     * @param messages how many the request brought
     * @param prefixes one for each of its last messages, the last one at the end; at most 32. Before them comes the {@code
     *     withAnswer} of the answer that it goes on from, where it left the messages before to its provider
     * @param withAnswer the next one, with the answer; null where there was none that could be read
     * @param responseId the provider's id of the answer
     */
    public record Continuation(
            int messages,
            List<String> prefixes,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String withAnswer,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String responseId) {
        public Continuation {
            prefixes = List.copyOf(prefixes);
        }
    }

    /**
     * What the price of a request depends on beside its model and tokens, so that it can be worked out again.
     *
     * @param webSearches that the provider ran
     * @param serviceTier in the provider's words; null where nothing was said, as the others
     */
    public record PriceTerms(
            long webSearches,
            @Nullable String serviceTier,
            @Nullable String region,
            @Nullable String speed) {}

    /**
     * An answer that its provider keeps, for the lease that it was given to. Who reads this can't fetch it: its id is not told.
     *
     * @param idHash SHA-256 of the provider's id of it, in lower-case hex
     * @param link the whole HMAC of the conversation with it, in Base64url, of which those are made of what goes on from it;
     *     null where it is not known
     */
    public record StoredResponse(
            String idHash,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String link) {
        public static StoredResponse of(String id) {
            return new StoredResponse(hash(id), null);
        }

        /** By which it is told and asked for. */
        public static String hash(String id) {
            try {
                return HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(id.getBytes(UTF_8)));
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException("Every Java platform has SHA-256", impossible);
            }
        }

        StoredResponse with(byte[] wholeLink) {
            return new StoredResponse(
                    idHash, Base64.getUrlEncoder().withoutPadding().encodeToString(wholeLink));
        }
    }

    /**
     * @param windowStart the beginning of the window; the epoch for periods that never reset
     */
    public record Slice(Scope scope, String scopeId, Period period, Instant windowStart) {}

    /**
     * Microseconds from the first byte of the request until each point was reached; null where it never was.
     *
     * @param admission our own checks and the reservation
     * @param upstreamFirstByte the first byte of the provider's answer
     * @param total the last byte to the client
     * @param overhead time that was ours: the total without waiting for client or provider
     */
    public record Latency(long admission, @Nullable Long upstreamFirstByte, long total, long overhead) {}
}
