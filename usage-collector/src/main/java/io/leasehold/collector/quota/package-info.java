/** What providers say is left to use. */
@NullMarked
package io.leasehold.collector.quota;

import org.jspecify.annotations.NullMarked;
