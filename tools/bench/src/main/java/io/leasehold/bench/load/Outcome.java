package io.leasehold.bench.load;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What one round came to.
 *
 * @param answered requests that were answered as they should be
 * @param elapsed from the first request to the last answer
 * @param latency from when a request was due until its last byte
 * @param firstByte from when a request was due until the first byte of the answer's body
 * @param mostAtATime how many were under way at once
 * @param failures everything else that was sent, by status
 * @param unsent requests that were due but not sent any more, because too many were unanswered
 */
public record Outcome(
        long answered,
        Duration elapsed,
        Percentiles latency,
        Percentiles firstByte,
        int mostAtATime,
        List<Failure> failures,
        long unsent) {

    /** Where the times of one round lie. */
    public record Percentiles(Duration p50, Duration p99) {}

    /**
     * Requests that went wrong in the same way.
     *
     * @param status HTTP's; 0 when there was no answer
     * @param example what one of them was told
     */
    public record Failure(int status, long count, String example) {
        @Override
        public String toString() {
            return "%d × %s, such as: %s".formatted(count, status == 0 ? "no answer" : status, example.strip());
        }
    }

    /** Whether every request was sent when it was due. */
    public boolean heldRate() {
        return unsent == 0;
    }

    public double perSecond() {
        return answered / (elapsed.toNanos() / 1e9);
    }

    /**
     * @param target who was asked, as it is told
     * @throws FailedRequestsException when a request was not answered as it should be
     */
    public Outcome expectNoFailure(Object target) {
        if (failures.isEmpty()) {
            return this;
        }
        long failed = failures.stream().mapToLong(Failure::count).sum();
        throw new FailedRequestsException("%d of %d requests %s failed:%n%s"
                .formatted(
                        failed,
                        failed + answered,
                        target,
                        failures.stream().map(Failure::toString).collect(Collectors.joining(System.lineSeparator()))));
    }
}
