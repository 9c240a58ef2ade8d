package io.leasehold.providers.dialect;

/**
 * A change to a request's body on its way upstream: at one place some bytes are taken out and others put in.
 *
 * @param at where, from the body's beginning; {@link #BEFORE_LAST_BRACE} where a last member is added
 * @param removed how many bytes are taken out there
 * @param inserted what is put in, ASCII
 */
public record BodyEdit(long at, int removed, String inserted) {
    public static final long BEFORE_LAST_BRACE = -1;

    /** The same place in a body of this length. */
    public int placeIn(byte[] body, int length) {
        if (at != BEFORE_LAST_BRACE) {
            return Math.toIntExact(at);
        }
        int brace = length - 1;
        while (body[brace] != '}') {
            brace--;
        }
        return brace;
    }
}
