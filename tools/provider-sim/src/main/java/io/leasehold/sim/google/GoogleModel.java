package io.leasehold.sim.google;

/** A model as the catalogue knows it. */
record GoogleModel(
        String id, String displayName, Kind kind, int contextWindow, int maxOutput, boolean thinks, int dimensions) {

    /** What it is for. */
    enum Kind {
        CONTENT,
        EMBEDDING
    }
}
