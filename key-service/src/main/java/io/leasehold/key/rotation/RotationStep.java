package io.leasehold.key.rotation;

import com.fasterxml.jackson.annotation.JsonValue;
import io.leasehold.key.step.Step;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is done to rotate a key, in this order. A roll-back goes the way from {@code DRAIN} on with the new secret. */
@Schema(name = "RotationStepName")
public enum RotationStep implements Step<RotationStep> {
    CREATE("Get the new secret"),
    PROBE("Ask the provider whether it accepts the new secret"),
    SERVE("Serve the new secret"),
    DRAIN("Let the secret that goes run dry"),
    REVOKE("Revoke it at the provider"),
    CONFIRM("Confirm that the provider refuses it"),
    DESTROY("Destroy that version of the secret");

    private final String title;

    RotationStep(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    @Override
    public Optional<RotationStep> next() {
        return switch (this) {
            case CREATE -> Optional.of(PROBE);
            case PROBE -> Optional.of(SERVE);
            case SERVE -> Optional.of(DRAIN);
            case DRAIN -> Optional.of(REVOKE);
            case REVOKE -> Optional.of(CONFIRM);
            case CONFIRM -> Optional.of(DESTROY);
            case DESTROY -> Optional.empty();
        };
    }

    @Override
    public RotationStep redone() {
        return this == CONFIRM ? REVOKE : this;
    }

    /** A provider may take a while until it knows a new secret, and until it knows an old one no more. */
    @Override
    public boolean takesTime() {
        return this == PROBE || this == CONFIRM;
    }

    /** Whether both secrets are whole while this step is under way, so that it can go back. */
    boolean isBeforeTheEndOfOne() {
        return compareTo(REVOKE) < 0;
    }

    /** Whether the new secret is served while this step is under way. */
    boolean isAfterSwap() {
        return compareTo(SERVE) > 0;
    }

    @Override
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
