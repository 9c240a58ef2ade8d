/** What is told about a request once it is over, and how that is never lost silently. */
@NullMarked
package io.leasehold.gateway.record;

import org.jspecify.annotations.NullMarked;
