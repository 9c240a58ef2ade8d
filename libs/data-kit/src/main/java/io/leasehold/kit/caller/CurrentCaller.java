package io.leasehold.kit.caller;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The caller of the request under way. */
@RequestScoped
public class CurrentCaller {
    private @Nullable Caller identified;
    private @Nullable Caller caller;

    void identify(Caller caller) {
        identified = caller;
    }

    /** Who calls, also where they are not let in; empty where nobody proved who they are. */
    Optional<Caller> identified() {
        return Optional.ofNullable(identified);
    }

    void set(Caller caller) {
        this.caller = caller;
    }

    /** @throws IllegalStateException where nobody had to say who they are */
    public Caller get() {
        if (caller == null) {
            throw new IllegalStateException("Nobody is known to call here");
        }
        return caller;
    }
}
