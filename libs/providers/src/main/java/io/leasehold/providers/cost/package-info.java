/** What providers say they charged. */
@NullMarked
package io.leasehold.providers.cost;

import org.jspecify.annotations.NullMarked;
