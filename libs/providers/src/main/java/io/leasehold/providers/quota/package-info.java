/** What providers say is left to use: credits, included requests, money of the month. */
@NullMarked
package io.leasehold.providers.quota;

import org.jspecify.annotations.NullMarked;
