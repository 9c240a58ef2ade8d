package io.leasehold.sim.prompt;

import java.util.ArrayList;
import java.util.List;

/**
 * Everything a model is to read, in the order in which prefixes are cached: tools, system, documents, messages.
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

    /** The same, to be cached as far as it goes, as providers do that ask for no mark. */
    public Prompt cached() {
        List<PromptBlock> all = new ArrayList<>(blocks);
        all.set(all.size() - 1, all.getLast().marked(CacheTtl.FIVE_MINUTES));
        return new Prompt(all, lastUserText);
    }

    /** Whether the user has said the last word, and no tool has. */
    public boolean endsWithUser() {
        return blocks.getLast().source().equals("user");
    }

    /** Whether there is a tool of that name. */
    public boolean declares(String tool) {
        return blocks.stream()
                .anyMatch(block -> block.source().equals("tool") && block.text().contains(tool));
    }

    public long marks() {
        return blocks.stream().filter(block -> block.mark() != null).count();
    }
}
