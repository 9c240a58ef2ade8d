package io.leasehold.contracts;

import java.util.random.RandomGenerator;

/** What a token of ours is for, told by how it begins. */
public enum TokenKind {
    /** The virtual key of a gateway lease. */
    LEASE("lh_"),
    /** What a program calls the management API with in a person's place. */
    API("lht_"),
    /** Lets one node in, once. */
    ENROLMENT("lhe_"),
    /** Proves who a node is that came in so. */
    NODE("lhn_");

    private final String prefix;

    TokenKind(String prefix) {
        this.prefix = prefix;
    }

    /** @param random must be fit for secrets, such as {@link java.security.SecureRandom} */
    public OpaqueToken mint(RandomGenerator random) {
        return OpaqueToken.mint(prefix, random);
    }

    /** Whether a text claims to be of this kind, rightly or not. */
    public boolean hasPrefix(String text) {
        return text.startsWith(prefix);
    }

    /**
     * Whether a text has the form of a token of this kind and its checksum is right; tells typing errors from unknown tokens,
     * and what doesn't needs no look-up.
     */
    public boolean looksValid(String text) {
        return OpaqueToken.looksValid(prefix, text);
    }
}
