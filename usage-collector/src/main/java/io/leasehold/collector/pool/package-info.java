/** key-service's pool of keys, as this service changes it in a caller's name. */
@NullMarked
package io.leasehold.collector.pool;

import org.jspecify.annotations.NullMarked;
