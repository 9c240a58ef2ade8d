/** Who did what to which, from where, with what result. */
@NullMarked
package io.leasehold.kit.audit;

import org.jspecify.annotations.NullMarked;
