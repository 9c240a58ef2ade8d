/** Commands about what providers tell: whether they answer, and what they charged. */
@NullMarked
package io.leasehold.cli.providers;

import org.jspecify.annotations.NullMarked;
