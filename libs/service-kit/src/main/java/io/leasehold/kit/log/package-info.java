/** Logs without secrets. */
@NullMarked
package io.leasehold.kit.log;

import org.jspecify.annotations.NullMarked;
