/** What providers enforce of keys: limits that are set there as they are here, and an end of use that no gateway sees. */
@NullMarked
package io.leasehold.key.enforcement;

import org.jspecify.annotations.NullMarked;
