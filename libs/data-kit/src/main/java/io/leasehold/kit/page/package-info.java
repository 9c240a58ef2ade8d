/** Lists that are read page by page. */
@NullMarked
package io.leasehold.kit.page;

import org.jspecify.annotations.NullMarked;
