/** {@code leasehold tokens …}. */
@NullMarked
package io.leasehold.cli.tokens;

import org.jspecify.annotations.NullMarked;
