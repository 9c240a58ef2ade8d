/** Past requests, priced again by the prices that hold now for their time, with a record of it. */
@NullMarked
package io.leasehold.analytics.repricing;

import org.jspecify.annotations.NullMarked;
