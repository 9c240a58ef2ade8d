/** Anthropic: the Messages, Models, Admin and Analytics APIs. */
@NullMarked
package io.leasehold.providers.anthropic;

import org.jspecify.annotations.NullMarked;
