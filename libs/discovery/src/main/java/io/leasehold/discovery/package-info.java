/** Finds keys of LLM providers in environments, files and documents. */
@NullMarked
package io.leasehold.discovery;

import org.jspecify.annotations.NullMarked;
