/** What providers answered, word for word but for secrets. */
@NullMarked
package io.leasehold.collector.raw;

import org.jspecify.annotations.NullMarked;
