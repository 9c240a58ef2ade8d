package io.leasehold.key.apikey;

import io.leasehold.contracts.KeyState;
import io.leasehold.kit.problem.InvalidRequestProblem;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which keys are wanted; what is null does not matter.
 *
 * @param text anywhere in the name, the last four characters or the tags
 */
record KeyFilter(
        @Nullable KeyState state,
        @Nullable String provider,
        @Nullable String text) {
    static KeyFilter of(@Nullable String state, @Nullable String provider, @Nullable String text) {
        return new KeyFilter(state == null ? null : stateNamed(state), provider, text);
    }

    private static KeyState stateNamed(String wireName) {
        return Arrays.stream(KeyState.values())
                .filter(state -> state.wireName().equals(wireName))
                .findFirst()
                .orElseThrow(() -> new InvalidRequestProblem(
                        "state",
                        "is none; use one of "
                                + Arrays.stream(KeyState.values())
                                        .map(KeyState::wireName)
                                        .collect(Collectors.joining(", "))));
    }
}
