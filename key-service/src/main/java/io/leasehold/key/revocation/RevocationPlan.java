package io.leasehold.key.revocation;

import io.leasehold.contracts.KeyState;
import io.leasehold.key.step.StepState;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a revocation would do, told before anything is done. */
final class RevocationPlan {
    private RevocationPlan() {}

    static List<StepRecord> of(Subject subject, int leasesAffected, RevocationOrder order) {
        return Arrays.stream(RevocationStep.values())
                .map(step ->
                        new StepRecord(step, StepState.PLANNED, detail(step, subject, leasesAffected, order), null))
                .toList();
    }

    private static String detail(RevocationStep step, Subject subject, int leasesAffected, RevocationOrder order) {
        String providerName = subject.provider().displayName();
        String id = subject.revocableId();
        return switch (step) {
            case EXISTS ->
                "'%s' (%s) is %s."
                        .formatted(
                                subject.key().name(),
                                subject.key().masked(),
                                subject.key().state().wireName());
            case STATUS -> "%s is asked whether it still accepts the key.".formatted(providerName);
            case DRAIN -> drainDetail(subject, order);
            case NOTIFY ->
                (order.force() ? "At once, before %s is asked: " : "Once it has drained: ").formatted(providerName)
                        + "gateways refuse the key; usable leases that name it: %d.".formatted(leasesAffected);
            case REVOKE -> revokeDetail(subject, providerName, id);
            case CONFIRM -> "%s is asked with the secret until it refuses it.".formatted(providerName);
            case DESTROY -> "All versions of the secret are destroyed; it can't be brought back.";
        };
    }

    private static String drainDetail(Subject subject, RevocationOrder order) {
        if (order.force() || subject.key().state() != KeyState.ACTIVE) {
            return "Nothing is waited for.";
        }
        return "Gateways send requests with other keys, if there are any; at most %s s are waited for those that are under way. Until then it can be cancelled."
                .formatted(order.drain().toSeconds());
    }

    private static String revokeDetail(Subject subject, String providerName, @Nullable String id) {
        return id == null ? subject.manualInstructions() : "%s ends '%s' for good.".formatted(providerName, id);
    }
}
