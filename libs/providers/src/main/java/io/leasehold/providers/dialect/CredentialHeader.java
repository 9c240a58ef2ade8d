package io.leasehold.providers.dialect;

import org.jspecify.annotations.Nullable;

/**
 * A header that carries a credential.
 *
 * @param name in lower case
 * @param scheme what stands before the credential and a space, such as {@code Bearer}; empty for none
 */
public record CredentialHeader(String name, String scheme) {

    /** The credential in a header's value; null where the value is something else. */
    public @Nullable String read(@Nullable String value) {
        if (value == null) {
            return null;
        }
        if (scheme.isEmpty()) {
            return blankToNull(value);
        }
        boolean ofScheme = value.length() > scheme.length()
                && value.charAt(scheme.length()) == ' '
                && value.regionMatches(true, 0, scheme, 0, scheme.length());
        return ofScheme ? blankToNull(value.substring(scheme.length() + 1)) : null;
    }

    /** The header's value for a credential. */
    public String write(String credential) {
        return scheme.isEmpty() ? credential : scheme + " " + credential;
    }

    private static @Nullable String blankToNull(String value) {
        String stripped = value.strip();
        return stripped.isEmpty() ? null : stripped;
    }
}
