package io.leasehold.key.enforcement;

import io.leasehold.key.step.Step;
import java.util.Locale;
import java.util.Optional;

/** What is done to have a limit at a provider as it is here. */
enum LimitStep implements Step<LimitStep> {
    SET;

    @Override
    public Optional<LimitStep> next() {
        return Optional.empty();
    }

    @Override
    public LimitStep redone() {
        return this;
    }

    @Override
    public boolean takesTime() {
        return false;
    }

    @Override
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
