/** The keys of the pool as key-service tells them, and the choice among them. */
@NullMarked
package io.leasehold.distribution.key;

import org.jspecify.annotations.NullMarked;
