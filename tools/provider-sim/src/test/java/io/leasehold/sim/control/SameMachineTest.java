package io.leasehold.sim.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SameMachineTest {
    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.8.8.8", "0:0:0:0:0:0:0:1", "::1", "0:0:0:0:0:0:0:1%lo"})
    void thisMachineMayControl(String caller) {
        assertThat(SameMachine.holds(caller, "127.0.0.1")).isTrue();
    }

    @Test
    void thisMachineMayControlByItsOtherAddressesToo() {
        assertThat(SameMachine.holds("10.0.0.5", "10.0.0.5")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.5", "192.168.1.1", "fd00:0:0:0:0:0:0:2%eth0", "2001:db8::1"})
    void othersMayNot(String caller) {
        assertThat(SameMachine.holds(caller, "10.0.0.4")).isFalse();
    }
}
