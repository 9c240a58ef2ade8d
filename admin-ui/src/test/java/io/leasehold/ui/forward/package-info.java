@NullMarked
package io.leasehold.ui.forward;

import org.jspecify.annotations.NullMarked;
