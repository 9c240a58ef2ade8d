package io.leasehold.collector.signin;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a sign-in is in its life. */
@Schema(enumeration = {"pending", "authorized", "signed_in", "expired", "denied", "failed", "signed_out"})
enum SignInState {
    /** The user has the code to type in. */
    PENDING,
    /** GitHub gave the token, and key-service does not have it yet. */
    AUTHORIZED,
    /** The token is a key of the account. */
    SIGNED_IN,
    /** The code was not typed in in time, key-service did not take the token in time, or the token has ended since. */
    EXPIRED,
    /** The user said no. */
    DENIED,
    /** It can't come to an end; the message says why. */
    FAILED,
    /** Given up, or the key was ended. */
    SIGNED_OUT;

    /** Whether asking on can change it. */
    boolean isOpen() {
        return this == PENDING || this == AUTHORIZED;
    }

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
