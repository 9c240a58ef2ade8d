package io.leasehold.key.apikey;

import io.leasehold.kit.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of one of many keys that were to be added. */
@Schema(name = "AddedKey")
record AddedKeyAnswer(
        @Schema(description = "What it was to be called", examples = "production-1")
        String name,

        @Schema(description = "The key; null where it was not added") @Nullable
        KeyAnswer key,

        @Schema(
                description =
                        "The kind of problem that kept it out, as a call of its own would have it; null where it was added",
                examples = "urn:leasehold:problem:name-taken")
        @Nullable
        String problem,

        @Schema(
                description = "What is wrong and what to do next; null where it was added",
                examples = "There is, or was, a key 'production-1' in this workspace. Choose another name.")
        @Nullable
        String detail) {
    static AddedKeyAnswer added(KeyAnswer key) {
        return new AddedKeyAnswer(key.name(), key, null, null);
    }

    static AddedKeyAnswer refused(String name, Problem why) {
        return new AddedKeyAnswer(name, null, why.type().uri().toString(), why.detail());
    }
}
