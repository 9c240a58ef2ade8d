/** The person, or the script, on the other side. */
@NullMarked
package io.leasehold.cli.terminal;

import org.jspecify.annotations.NullMarked;
