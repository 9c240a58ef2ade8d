package io.leasehold.providers.signin;

import io.leasehold.providers.Secret;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;

/**
 * A sign-in that was begun.
 *
 * @param deviceCode what is polled with; whoever has it gets the token
 * @param userCode what the user types in
 * @param verificationUri where
 * @param expiresAt until when
 * @param interval the least time between two polls
 */
public record DeviceCode(
        Secret deviceCode, String userCode, URI verificationUri, Instant expiresAt, Duration interval) {}
