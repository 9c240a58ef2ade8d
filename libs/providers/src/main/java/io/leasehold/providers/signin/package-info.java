/** Signing in users at a provider whose keys are their tokens: the device flow (RFC 8628). */
@NullMarked
package io.leasehold.providers.signin;

import org.jspecify.annotations.NullMarked;
