package io.leasehold.contracts;

import java.util.random.RandomGenerator;

/**
 * What a program calls the management API with in a person's place: {@code lht_} and then as a {@link LeaseToken}. It is shown
 * when it is made and never again; what is kept and told to others is {@link #sha256()}.
 */
public final class ApiToken {
    private static final String PREFIX = "lht_";
    private static final int ENDING_LENGTH = 4;

    private final String text;

    private ApiToken(String text) {
        this.text = text;
    }

    /** @param random must be fit for secrets, such as {@link java.security.SecureRandom} */
    public static ApiToken mint(RandomGenerator random) {
        return new ApiToken(OpaqueToken.mint(PREFIX, random));
    }

    /** Whether a text claims to be such a token, rightly or not. */
    public static boolean hasPrefix(String text) {
        return text.startsWith(PREFIX);
    }

    /** Whether a text has the form of a token and its checksum is right; what doesn't needs no look-up. */
    public static boolean looksValid(String text) {
        return OpaqueToken.looksValid(PREFIX, text);
    }

    /** The SHA-256 of a token's whole text, in lower-case hex: how it is stored, looked up and told in events. */
    public static String sha256(String text) {
        return OpaqueToken.sha256(text);
    }

    /** The token itself, for the one answer that shows it. */
    public String text() {
        return text;
    }

    public String sha256() {
        return sha256(text);
    }

    /** By what people tell it from others, without its secret: the end is of the checksum. */
    public String masked() {
        return PREFIX + "…" + text.substring(text.length() - ENDING_LENGTH);
    }

    /** Without the secret, as this could end up in a log. */
    @Override
    public String toString() {
        return PREFIX + "***";
    }
}
