/** What commands have in common. */
@NullMarked
package io.leasehold.cli.command;

import org.jspecify.annotations.NullMarked;
