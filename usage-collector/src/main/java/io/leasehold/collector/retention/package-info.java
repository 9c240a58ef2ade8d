/** How long what providers told is kept. */
@NullMarked
package io.leasehold.collector.retention;

import org.jspecify.annotations.NullMarked;
