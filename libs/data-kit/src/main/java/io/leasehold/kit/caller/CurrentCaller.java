package io.leasehold.kit.caller;

import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/** The caller of the request under way. */
@RequestScoped
public class CurrentCaller {
    private @Nullable Caller caller;

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
