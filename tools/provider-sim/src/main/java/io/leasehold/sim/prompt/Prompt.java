package io.leasehold.sim.prompt;

import java.util.List;

/**
 * Everything a model is to read, in the order in which prefixes are cached: tools, system, messages.
 *
 * @param lastUserText what the answer echoes
 */
public record Prompt(List<PromptBlock> blocks, String lastUserText) {
    public int tokens() {
        int tokens = 0;
        for (PromptBlock block : blocks) {
            tokens += block.tokens();
        }
        return tokens;
    }

    public long marks() {
        return blocks.stream().filter(block -> block.mark() != null).count();
    }
}
