/** Answering calls together that come at the same moment. */
@NullMarked
package io.leasehold.distribution.together;

import org.jspecify.annotations.NullMarked;
