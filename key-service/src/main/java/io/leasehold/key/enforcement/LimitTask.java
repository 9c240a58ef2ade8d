package io.leasehold.key.enforcement;

import io.leasehold.key.apikey.ApiKey;
import io.leasehold.key.step.Stage;
import io.leasehold.providers.key.KeyLimit;
import java.util.List;

/**
 * A limit that is to be at a provider as it is here.
 *
 * @param before what is known of it
 * @param version of the limits that are set here
 * @param noted what the provider was about to be asked for, where it is not known what came of that; any may be there
 */
record LimitTask(ProviderLimit before, ApiKey key, long version, WantedLimit wanted, List<KeyLimit> noted)
        implements Stage<LimitStep> {
    LimitTask {
        noted = List.copyOf(noted);
    }

    /** Whether there is nothing to do. */
    boolean isRight() {
        return noted.isEmpty() && before.is(wanted.limit(), key.providerKeyId());
    }

    /** Whether a limit that is there need not be anybody else's. */
    boolean mayBeOurs(KeyLimit there) {
        return there.isSameAs(wanted.limit())
                || there.isSameAs(before.last())
                || noted.stream().anyMatch(there::isSameAs);
    }

    @Override
    public LimitStep step() {
        return LimitStep.SET;
    }

    @Override
    public int attempts() {
        return before.attempts();
    }
}
