@NullMarked
package io.leasehold.ui.login;

import org.jspecify.annotations.NullMarked;
