/** Keys of providers that lie about on a person's machine. */
@NullMarked
package io.leasehold.cli.discover;

import org.jspecify.annotations.NullMarked;
