package io.leasehold.contracts;

/**
 * Tokens of one request by class. The classes are disjoint: a provider's overlapping figures are split on the way in.
 *
 * @param input uncached input
 * @param cacheWrite5m written to a cache that lives five minutes
 * @param cacheWrite1h written to a cache that lives an hour
 * @param output without reasoning, where the provider tells them apart
 */
public record Tokens(
        long input,
        long cacheRead,
        long cacheWrite5m,
        long cacheWrite1h,
        long output,
        long reasoning,
        long audioIn,
        long audioOut,
        long image) {

    public static final Tokens NONE = new Tokens(0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** Input and output of plain text, nothing cached. */
    public static Tokens text(long input, long output) {
        return new Tokens(input, 0, 0, 0, output, 0, 0, 0, 0);
    }

    public long totalInput() {
        return input + cacheRead + cacheWrite5m + cacheWrite1h + audioIn + image;
    }

    public long totalOutput() {
        return output + reasoning + audioOut;
    }

    public Tokens plus(Tokens other) {
        return new Tokens(
                input + other.input,
                cacheRead + other.cacheRead,
                cacheWrite5m + other.cacheWrite5m,
                cacheWrite1h + other.cacheWrite1h,
                output + other.output,
                reasoning + other.reasoning,
                audioIn + other.audioIn,
                audioOut + other.audioOut,
                image + other.image);
    }

    /** What takes these away when it is added. */
    public Tokens negated() {
        return new Tokens(
                -input, -cacheRead, -cacheWrite5m, -cacheWrite1h, -output, -reasoning, -audioIn, -audioOut, -image);
    }
}
