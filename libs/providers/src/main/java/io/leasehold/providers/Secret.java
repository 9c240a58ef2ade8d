package io.leasehold.providers;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** A key or credential in memory. It never prints itself and can be wiped. */
public final class Secret implements AutoCloseable {
    private final char[] characters;

    private Secret(char[] characters) {
        this.characters = characters;
    }

    /** @throws IllegalArgumentException when it is blank or holds a character that no header may carry */
    public static Secret of(String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException("A secret must not be blank.");
        }
        if (value.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            throw new IllegalArgumentException("A secret holds printable ASCII without spaces only.");
        }
        return new Secret(value.toCharArray());
    }

    /** The secret itself, for the one place that sends it. */
    public String reveal() {
        return new String(characters);
    }

    /** Tells it from other secrets without keeping it: its SHA-256, in hex. */
    public String sha256() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(reveal().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256.", e);
        }
    }

    /** Overwrites the secret; {@link #reveal()} gives nothing useful afterwards. */
    public void wipe() {
        Arrays.fill(characters, '\0');
    }

    @Override
    public void close() {
        wipe();
    }

    @Override
    public String toString() {
        return "Secret[…]";
    }
}
