package io.leasehold.kit.rate;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import org.junit.jupiter.api.Test;

class CallLimitConfigTest {
    /** The validator of a packaged service reads groups out of its own package; tests don't notice when it may not. */
    @Test
    void groupsCanBeReadFromAnotherPackage() {
        assertThat(CallLimitConfig.class.getMethods())
                .extracting(Method::getDeclaringClass)
                .allSatisfy(declaring ->
                        assertThat(Modifier.isPublic(declaring.getModifiers())).isTrue());
    }
}
