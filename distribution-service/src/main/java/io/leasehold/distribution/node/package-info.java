/** The machines, pods and processes that use keys. */
@NullMarked
package io.leasehold.distribution.node;

import org.jspecify.annotations.NullMarked;
