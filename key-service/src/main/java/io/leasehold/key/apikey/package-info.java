/** API keys: adding, binding, checking, listing. */
@NullMarked
package io.leasehold.key.apikey;

import org.jspecify.annotations.NullMarked;
