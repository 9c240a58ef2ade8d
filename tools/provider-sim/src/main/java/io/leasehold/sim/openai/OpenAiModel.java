package io.leasehold.sim.openai;

/**
 * A model as the catalogue knows it.
 *
 * @param snapshot the dated name that answers have
 * @param created epoch seconds
 * @param billsCacheWrites whether writing to the cache costs more than reading the input
 */
record OpenAiModel(
        String id,
        String snapshot,
        Kind kind,
        long created,
        int contextWindow,
        int maxOutput,
        boolean billsCacheWrites,
        int dimensions) {

    /** What it is for. */
    enum Kind {
        CHAT,
        EMBEDDING
    }
}
