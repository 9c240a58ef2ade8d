/** What may be held in memory at a time. */
@NullMarked
package io.leasehold.gateway.memory;

import org.jspecify.annotations.NullMarked;
