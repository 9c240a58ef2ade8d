/** What nodes tell of calls that they made with the key of a direct lease of their own, past every gateway. */
@NullMarked
package io.leasehold.collector.ingest;

import org.jspecify.annotations.NullMarked;
