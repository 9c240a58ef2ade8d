/** What was presumed spent of keys and is not on their providers' bills. */
@NullMarked
package io.leasehold.analytics.credit;

import org.jspecify.annotations.NullMarked;
