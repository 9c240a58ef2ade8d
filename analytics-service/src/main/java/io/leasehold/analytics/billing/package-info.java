/** What providers say they charged, beside what went through the gateway. */
@NullMarked
package io.leasehold.analytics.billing;

import org.jspecify.annotations.NullMarked;
