package io.leasehold.key.apikey;

import io.leasehold.contracts.KeyState;
import io.leasehold.kit.problem.InvalidRequestProblem;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which keys are wanted; what is null does not matter. Upper and lower case are alike in tag and text.
 *
 * @param tag one of its tags, as a whole
 * @param text anywhere in the name, the label, the last four characters or the tags
 */
public record KeyFilter(
        @Nullable KeyState state,
        @Nullable String provider,
        @Nullable UUID accountId,
        @Nullable String tag,
        @Nullable String text) {
    public static final KeyFilter ALL = new KeyFilter(null, null, null, null, null);

    static KeyState stateNamed(String wireName) {
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

    /** As a key's words hold a tag: a line of its own. */
    @Nullable
    String tagLine() {
        return tag == null ? null : "\n#" + tag.toLowerCase(Locale.ROOT) + "\n";
    }

    @Nullable
    String lowerText() {
        return text == null ? null : text.toLowerCase(Locale.ROOT);
    }
}
