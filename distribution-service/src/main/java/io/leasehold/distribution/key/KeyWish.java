package io.leasehold.distribution.key;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a key must be like to be chosen.
 *
 * @param models what it is for; empty means that any key will do
 * @param tags what it must have, see {@link io.leasehold.contracts.KeyTags}
 * @param direct whether its secret must be one that may be given to nodes
 * @param preferred the key that the node had before for the same purpose: providers cache prompts by key
 */
public record KeyWish(
        List<String> models,
        List<String> tags,
        boolean direct,
        @Nullable UUID preferred) {}
