package io.leasehold.localstack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortOwnerTest {

    @Test
    void theListenerOfAPortIsFound() throws Exception {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var owner = PortOwner.find(socket.getLocalPort());

            assertThat(owner)
                    .map(PortOwner::pid)
                    .contains(ProcessHandle.current().pid());
        }
    }

    @Test
    void onlyListeningSocketsOfThePortCount() {
        List<String> table = List.of(
                "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode",
                "   0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 4711 1",
                "   1: 0100007F:1F90 0100007F:C350 01 00000000:00000000 00:00000000 00000000     0        0 4712 1",
                "   2: 0100007F:1F91 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 4713 1");

        assertThat(ProcSockets.listening(table, 8080)).containsExactly("socket:[4711]");
    }

    @Test
    void lsofNamesTheProcessInALineOfItsOwn() {
        assertThat(LsofSockets.pid("p4711\nf12\n")).hasValue(4711);
        assertThat(LsofSockets.pid("")).isEmpty();
    }
}
