/** Google's Gemini API: inference, and keys through the API Keys API. */
@NullMarked
package io.leasehold.providers.google;

import org.jspecify.annotations.NullMarked;
