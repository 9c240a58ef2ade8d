/** The audit log: who did what, chained so that nothing can be taken out unseen. */
@NullMarked
package io.leasehold.key.audit;

import org.jspecify.annotations.NullMarked;
