/** What providers say was used: tokens and requests by interval, key and model. */
@NullMarked
package io.leasehold.providers.usage;

import org.jspecify.annotations.NullMarked;
