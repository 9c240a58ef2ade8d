/** Reading an inference request: its text, its token count, its cache marks. */
@NullMarked
package io.leasehold.sim.prompt;

import org.jspecify.annotations.NullMarked;
