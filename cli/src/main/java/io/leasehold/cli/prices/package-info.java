/** Commands about what models cost: the price book, prices of the workspace itself, and pricing history again. */
@NullMarked
package io.leasehold.cli.prices;

import org.jspecify.annotations.NullMarked;
