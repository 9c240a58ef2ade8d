/** What goes wrong, and the exit code that it becomes. */
@NullMarked
package io.leasehold.cli.failure;

import org.jspecify.annotations.NullMarked;
