/** Who calls, in which workspace, and what they may do there. */
@NullMarked
package io.leasehold.kit.caller;

import org.jspecify.annotations.NullMarked;
