/** What key-service does with many keys. */
@NullMarked
package io.leasehold.bench.keys;

import org.jspecify.annotations.NullMarked;
