/** {@code leasehold login} and {@code logout}. */
@NullMarked
package io.leasehold.cli.login;

import org.jspecify.annotations.NullMarked;
