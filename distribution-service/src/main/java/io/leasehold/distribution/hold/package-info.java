/** The arbiter: lends slices of windows to gateway replicas, so that no limit is ever spent twice. */
@NullMarked
package io.leasehold.distribution.hold;

import org.jspecify.annotations.NullMarked;
