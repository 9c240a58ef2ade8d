package io.leasehold.sim.openai;

/** What a deletion is answered with. */
record Deleted(String object, String id, boolean deleted) {
    static Deleted of(String kind, String id) {
        return new Deleted(kind + ".deleted", id, true);
    }
}
