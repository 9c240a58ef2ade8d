package io.leasehold.sim.mistral;

import java.util.List;

/**
 * A model as the catalogue knows it.
 *
 * @param aliases other names that can be asked for
 * @param created epoch seconds
 * @param dimensions of its vectors; 0 where it makes none
 */
record MistralModel(
        String id,
        List<String> aliases,
        long created,
        int contextWindow,
        boolean chats,
        boolean fills,
        int dimensions) {

    boolean isCalled(String name) {
        return id.equals(name) || aliases.contains(name);
    }

    boolean embeds() {
        return dimensions > 0;
    }
}
