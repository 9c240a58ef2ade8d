/** What must not be told of bodies, and what stands in its place. */
@NullMarked
package io.leasehold.gateway.redact;

import org.jspecify.annotations.NullMarked;
