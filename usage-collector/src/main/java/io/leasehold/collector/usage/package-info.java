/** What providers say was used: tokens and requests by bucket, key and model. */
@NullMarked
package io.leasehold.collector.usage;

import org.jspecify.annotations.NullMarked;
