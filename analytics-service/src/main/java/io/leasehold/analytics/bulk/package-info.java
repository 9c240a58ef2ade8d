/** Many rows in one statement. COPY is refused under row-level security, so rows travel as arrays. */
@NullMarked
package io.leasehold.analytics.bulk;

import org.jspecify.annotations.NullMarked;
