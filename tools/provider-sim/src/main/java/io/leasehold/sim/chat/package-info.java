/** Chat completions in the dialect that several providers share. */
@NullMarked
package io.leasehold.sim.chat;

import org.jspecify.annotations.NullMarked;
