/** {@code leasehold config …}. */
@NullMarked
package io.leasehold.cli.settings;

import org.jspecify.annotations.NullMarked;
