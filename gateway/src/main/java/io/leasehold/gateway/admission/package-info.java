/** Whether a request may go upstream, with which key, and what is set aside for it. */
@NullMarked
package io.leasehold.gateway.admission;

import org.jspecify.annotations.NullMarked;
