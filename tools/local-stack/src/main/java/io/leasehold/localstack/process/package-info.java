/** Operating-system processes: starting and ending them, their logs, and who they are after a crash. */
@NullMarked
package io.leasehold.localstack.process;

import org.jspecify.annotations.NullMarked;
