package io.leasehold.sim.fault;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.leasehold.sim.http.InvalidRequest;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What is ordered to go wrong, as the control API reads and writes it. Everything left out goes well.
 *
 * @param key id of the key; null for all keys
 * @param latencyMs before the first byte of an answer
 * @param firstTokenMs from the first byte to the first token
 * @param tokenIntervalMs between two tokens
 * @param status HTTP status to answer with
 * @param errorKind one of the provider's own errors; decides the status unless that is given too
 * @param rate share of the key's calls that are hit; all where it is left out
 * @param cutStreamAfterEvents number of events after which a stream breaks off: with the error where one is ordered,
 *     else by a closed connection
 * @param dead the key is refused as if it had been archived
 * @param splitChunks sends a stream in pieces of a few bytes
 * @param adminLatencyMs before an admin call is looked at, whether it fails or not
 * @param adminFailRate share of admin calls that fail, after {@code latencyMs}, with the ordered error or a 500
 * @param adminTakesEffect an admin call that fails is carried out all the same, and only its answer is lost
 * @param adminDrops an admin call that fails ends without an answer: the connection is closed
 * @param times number of calls after which the fault is gone
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Fault(
        @Nullable String key,
        @Nullable Long latencyMs,
        @Nullable Long firstTokenMs,
        @Nullable Long tokenIntervalMs,
        @Nullable Integer status,
        @Nullable String errorKind,
        @Nullable BigDecimal rate,
        @Nullable Integer cutStreamAfterEvents,
        @Nullable Boolean dead,
        @Nullable Boolean splitChunks,
        @Nullable Long adminLatencyMs,
        @Nullable BigDecimal adminFailRate,
        @Nullable Boolean adminTakesEffect,
        @Nullable Boolean adminDrops,
        @Nullable Integer times) {

    public static final Fault NONE =
            new Fault(null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    public Fault {
        requireWithin("latency_ms", latencyMs, 0, Integer.MAX_VALUE);
        requireWithin("first_token_ms", firstTokenMs, 0, Integer.MAX_VALUE);
        requireWithin("token_interval_ms", tokenIntervalMs, 0, Integer.MAX_VALUE);
        requireWithin("admin_latency_ms", adminLatencyMs, 0, Integer.MAX_VALUE);
        requireWithin("status", status, 400, 599);
        requireWithin("cut_stream_after_events", cutStreamAfterEvents, 0, Integer.MAX_VALUE);
        requireWithin("times", times, 1, Integer.MAX_VALUE);
        requireShare("rate", rate);
        requireShare("admin_fail_rate", adminFailRate);
    }

    public Fault forKey(@Nullable String keyId) {
        return new Fault(
                keyId,
                latencyMs,
                firstTokenMs,
                tokenIntervalMs,
                status,
                errorKind,
                rate,
                cutStreamAfterEvents,
                dead,
                splitChunks,
                adminLatencyMs,
                adminFailRate,
                adminTakesEffect,
                adminDrops,
                times);
    }

    public Pace pace() {
        return new Pace(latency(), orZero(firstTokenMs), orZero(tokenIntervalMs));
    }

    public long latency() {
        return orZero(latencyMs);
    }

    long adminLatency() {
        return orZero(adminLatencyMs);
    }

    public boolean ordersError() {
        return status != null || errorKind != null;
    }

    public boolean breaksStream() {
        return cutStreamAfterEvents != null;
    }

    /** Number of events after which a stream breaks; negative for never. */
    public int breakAfter() {
        return cutStreamAfterEvents == null ? -1 : cutStreamAfterEvents;
    }

    public boolean splits() {
        return Boolean.TRUE.equals(splitChunks);
    }

    public boolean letsAdminCallsTakeEffect() {
        return Boolean.TRUE.equals(adminTakesEffect);
    }

    public boolean dropsAdminCalls() {
        return Boolean.TRUE.equals(adminDrops);
    }

    /** Whether it does anything to a call with an inference key that is not refused as dead. */
    boolean touchesInference() {
        return ordersError() || breaksStream() || splits() || !pace().equals(Pace.NONE);
    }

    boolean kills() {
        return Boolean.TRUE.equals(dead);
    }

    private static long orZero(@Nullable Long millis) {
        return millis == null ? 0 : millis;
    }

    private static void requireWithin(String field, @Nullable Number value, long min, long max) {
        if (value != null && (value.longValue() < min || value.longValue() > max)) {
            throw new InvalidRequest(field + " must lie between " + min + " and " + max);
        }
    }

    private static void requireShare(String field, @Nullable BigDecimal share) {
        if (share != null && (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0)) {
            throw new InvalidRequest(field + " must lie between 0 and 1");
        }
    }
}
