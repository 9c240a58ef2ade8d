/** Calls to other services, with this service's own identity. */
@NullMarked
package io.leasehold.gateway.call;

import org.jspecify.annotations.NullMarked;
