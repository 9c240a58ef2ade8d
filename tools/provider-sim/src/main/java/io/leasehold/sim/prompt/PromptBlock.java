package io.leasehold.sim.prompt;

import org.jspecify.annotations.Nullable;

/**
 * A piece of a prompt between two places where a cache mark may stand.
 *
 * @param source who says it, as part of what makes two prefixes the same: a role, {@code system} or {@code tool}
 * @param plain whether it is text that someone wrote, not a tool, a tool's result or an image
 * @param mark null where the caller set no cache mark
 */
public record PromptBlock(
        String source,
        String text,
        int tokens,
        boolean plain,
        @Nullable CacheTtl mark) {
    PromptBlock marked(CacheTtl ttl) {
        return new PromptBlock(source, text, tokens, plain, ttl);
    }

    PromptBlock saidBy(String role) {
        return new PromptBlock(role, text, tokens, plain, mark);
    }
}
