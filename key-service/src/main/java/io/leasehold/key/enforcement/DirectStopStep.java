package io.leasehold.key.enforcement;

import io.leasehold.key.step.Step;
import java.util.Locale;
import java.util.Optional;

/** What is done to stop a key that nodes use themselves, and to have it used again. */
enum DirectStopStep implements Step<DirectStopStep> {
    /** Here, first, so that nothing fails for want of it. */
    TAKE_OUT_OF_USE,
    /** At its provider. */
    SWITCH_OFF,
    /** At its provider. */
    SWITCH_ON,
    /** Here, once it works there. */
    PUT_INTO_USE;

    @Override
    public Optional<DirectStopStep> next() {
        return switch (this) {
            case TAKE_OUT_OF_USE -> Optional.of(SWITCH_OFF);
            case SWITCH_ON -> Optional.of(PUT_INTO_USE);
            case SWITCH_OFF, PUT_INTO_USE -> Optional.empty();
        };
    }

    /** Whether it leads to a key that its provider refuses. */
    boolean stops() {
        return this == TAKE_OUT_OF_USE || this == SWITCH_OFF;
    }

    @Override
    public DirectStopStep redone() {
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
