/** Rate limits: which share of each a gateway replica may use. */
@NullMarked
package io.leasehold.distribution.rate;

import org.jspecify.annotations.NullMarked;
