/** Events that come in: once in effect, in order, and never lost. */
@NullMarked
package io.leasehold.kit.consume;

import org.jspecify.annotations.NullMarked;
