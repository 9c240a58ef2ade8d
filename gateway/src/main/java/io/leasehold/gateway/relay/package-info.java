/** One attempt upstream: bytes, headers and streams between client and provider. */
@NullMarked
package io.leasehold.gateway.relay;

import org.jspecify.annotations.NullMarked;
