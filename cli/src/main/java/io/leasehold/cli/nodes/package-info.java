/** {@code leasehold nodes …}. */
@NullMarked
package io.leasehold.cli.nodes;

import org.jspecify.annotations.NullMarked;
