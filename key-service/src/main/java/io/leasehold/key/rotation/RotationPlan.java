package io.leasehold.key.rotation;

import io.leasehold.key.revocation.Subject;
import io.leasehold.key.source.SourcedKey;
import io.leasehold.key.step.StepState;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a rotation would do, told before anything is done. */
final class RotationPlan {
    private RotationPlan() {}

    /** @param source where the key takes its secret from */
    static List<StepRecord> of(Subject subject, Optional<SourcedKey> source, Duration overlap, boolean force) {
        return Arrays.stream(RotationStep.values())
                .map(step ->
                        new StepRecord(step, StepState.PLANNED, detail(step, subject, source, overlap, force), null))
                .toList();
    }

    private static String detail(
            RotationStep step, Subject subject, Optional<SourcedKey> source, Duration overlap, boolean force) {
        String provider = subject.provider().displayName();
        String old = subject.key().masked();
        return switch (step) {
            case CREATE ->
                NewSecret.manualStep(subject.provider(), subject.account(), source)
                        .orElseGet(() -> "%s is asked to make one like '%s'.".formatted(provider, old));
            case PROBE -> "%s is asked with the new secret until it accepts it.".formatted(provider);
            case SERVE -> "Gateways take the new secret for new requests. The key keeps its id, leases and history.";
            case DRAIN ->
                force
                        ? "'%s' is not waited for.".formatted(old)
                        : "Until '%s' was not used for a while, or %s are over.".formatted(old, words(overlap));
            case REVOKE -> {
                String id = subject.revocableId();
                yield id == null ? subject.manualInstructions() : "%s ends '%s' for good.".formatted(provider, id);
            }
            case CONFIRM -> "%s is asked with '%s' until it refuses it.".formatted(provider, old);
            case DESTROY -> "The old version of the secret is destroyed; it can't be brought back.";
        };
    }

    /** As people say it: `24 hours`, `15 minutes`, `30 seconds`. */
    static String words(Duration span) {
        if (span.toHours() > 1) {
            return span.toHours() + " hours";
        }
        return span.toMinutes() > 1 ? span.toMinutes() + " minutes" : span.toSeconds() + " seconds";
    }
}
