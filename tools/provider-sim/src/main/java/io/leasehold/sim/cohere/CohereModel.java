package io.leasehold.sim.cohere;

/**
 * A model as the catalogue knows it.
 *
 * @param endpoint what it is for
 * @param dimensions of its vectors; 0 where it makes none
 */
record CohereModel(String name, Endpoint endpoint, int contextLength, int dimensions) {

    /** What can be asked of a model. */
    enum Endpoint {
        CHAT,
        EMBED,
        RERANK
    }
}
