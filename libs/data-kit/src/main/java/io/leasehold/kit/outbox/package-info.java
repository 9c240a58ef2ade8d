/** Events that leave with the change they tell of: written in its transaction, sent in order by a relay. */
@NullMarked
package io.leasehold.kit.outbox;

import org.jspecify.annotations.NullMarked;
