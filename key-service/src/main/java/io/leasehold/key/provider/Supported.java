package io.leasehold.key.provider;

import io.leasehold.contracts.ProblemType;
import io.leasehold.kit.problem.ConflictProblem;
import io.leasehold.providers.Capability;
import io.leasehold.providers.CapabilitySupport;
import io.leasehold.providers.Provider;

/** What a provider lacks is said, with what to do by hand instead. */
public final class Supported {
    private Supported() {}

    /** @throws ConflictProblem naming the manual step where the provider lacks it */
    public static void require(Provider provider, Capability capability) {
        for (CapabilitySupport support : provider.info().capabilityMatrix()) {
            String step = support.manualStep();
            if (support.capability() == capability && step != null) {
                throw new ConflictProblem(ProblemType.NOT_SUPPORTED_BY_PROVIDER, step);
            }
        }
    }
}
