package io.leasehold.key.revocation;

import com.fasterxml.jackson.annotation.JsonValue;
import io.leasehold.key.step.Step;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is done to end a key, in this order. Every step can be repeated after a crash. */
@Schema(name = "RevocationStepName")
public enum RevocationStep implements Step<RevocationStep> {
    EXISTS("Find the key"),
    STATUS("Ask the provider how it stands"),
    DRAIN("Let requests that are under way finish"),
    NOTIFY("End its use here"),
    REVOKE("Revoke it at the provider"),
    CONFIRM("Confirm that the provider refuses it"),
    DESTROY("Destroy the secret");

    private final String title;

    RevocationStep(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    @Override
    public Optional<RevocationStep> next() {
        return switch (this) {
            case EXISTS -> Optional.of(STATUS);
            case STATUS -> Optional.of(DRAIN);
            case DRAIN -> Optional.of(NOTIFY);
            case NOTIFY -> Optional.of(REVOKE);
            case REVOKE -> Optional.of(CONFIRM);
            case CONFIRM -> Optional.of(DESTROY);
            case DESTROY -> Optional.empty();
        };
    }

    @Override
    public RevocationStep redone() {
        return this == CONFIRM ? REVOKE : this;
    }

    @Override
    public boolean takesTime() {
        return this == CONFIRM;
    }

    /** Whether requests may still be sent with the key while this step is under way. */
    boolean isBeforeEndOfUse() {
        return compareTo(NOTIFY) <= 0;
    }

    /** Whether the provider has ended the key when this step begins. */
    boolean isAfterEnding() {
        return compareTo(REVOKE) > 0;
    }

    @Override
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
