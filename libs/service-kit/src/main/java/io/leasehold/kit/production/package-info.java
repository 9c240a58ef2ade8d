/** Refuses to start an installation that is not safe. */
@NullMarked
package io.leasehold.kit.production;

import org.jspecify.annotations.NullMarked;
