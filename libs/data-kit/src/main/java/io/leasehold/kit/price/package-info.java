/** The prices that workspaces have set for themselves, in every service that prices. */
@NullMarked
package io.leasehold.kit.price;

import org.jspecify.annotations.NullMarked;
