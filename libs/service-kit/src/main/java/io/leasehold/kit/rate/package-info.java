/** How many calls a user or an address may make. */
@NullMarked
package io.leasehold.kit.rate;

import org.jspecify.annotations.NullMarked;
