/** The verbs of the launcher. */
@NullMarked
package io.leasehold.localstack.command;

import org.jspecify.annotations.NullMarked;
