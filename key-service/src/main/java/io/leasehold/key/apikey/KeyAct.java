package io.leasehold.key.apikey;

import io.leasehold.contracts.KeyState;
import java.util.Set;

/** What people do with a key's state at will. What ends a key for good is a revocation. */
enum KeyAct {
    DISABLE("disable", KeyState.DISABLED, Set.of(KeyState.ACTIVE)),
    ENABLE("enable", KeyState.ACTIVE, Set.of(KeyState.DISABLED, KeyState.RETIRED)),
    RETIRE("retire", KeyState.RETIRED, Set.of(KeyState.ACTIVE, KeyState.DISABLED));

    private final String verb;
    private final KeyState outcome;
    private final Set<KeyState> from;

    KeyAct(String verb, KeyState outcome, Set<KeyState> from) {
        this.verb = verb;
        this.outcome = outcome;
        this.from = from;
    }

    String verb() {
        return verb;
    }

    KeyState outcome() {
        return outcome;
    }

    boolean isPossibleFrom(KeyState state) {
        return from.contains(state);
    }
}
