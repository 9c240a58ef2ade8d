package io.leasehold.key.source;

/**
 * A place that keys may take their secrets from.
 *
 * @param workspace the slug of the only workspace that may use it
 * @param revokeOld whether an old secret is ended at its provider when another one is there
 */
public record KeySource(String name, String workspace, SourcePlace place, boolean revokeOld) {
    /** What people call it. */
    public String words() {
        return words(name, place.words());
    }

    static String words(String name, String place) {
        return "source '%s' (%s)".formatted(name, place);
    }
}
