@NullMarked
package io.leasehold.ui;

import org.jspecify.annotations.NullMarked;
