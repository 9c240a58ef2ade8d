/** Secrets of keys, for leases whose nodes get them. */
@NullMarked
package io.leasehold.distribution.secret;

import org.jspecify.annotations.NullMarked;
