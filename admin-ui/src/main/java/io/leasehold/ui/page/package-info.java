/** The React app: one page under every address that is neither a file nor the API. */
@NullMarked
package io.leasehold.ui.page;

import org.jspecify.annotations.NullMarked;
