package io.leasehold.gateway.world;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * A provider that answers every request with the same bytes, in the same pieces, and shows what it was sent. One at a time,
 * at the one address that the gateway trusts.
 */
public final class CannedProvider implements AutoCloseable {
    private final List<byte[]> pieces;
    private final ServerSocket server;
    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();

    public CannedProvider(List<byte[]> pieces) throws IOException {
        this.pieces = pieces;
        this.server = new ServerSocket(url().getPort(), 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    public static URI url() {
        return ConfigProvider.getConfig().getValue(GatewayUnderTest.CANNED, URI.class);
    }

    /** The next request, head and body as they came. */
    public String received() throws InterruptedException {
        String request = received.poll(10, TimeUnit.SECONDS);
        if (request == null) {
            throw new AssertionError("The provider was not called.");
        }
        return request;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> answer(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void answer(Socket socket) {
        try (socket) {
            received.add(read(new BufferedInputStream(socket.getInputStream())));
            for (byte[] piece : pieces) {
                socket.getOutputStream().write(piece);
                socket.getOutputStream().flush();
            }
        } catch (IOException gone) {
            // The gateway has hung up, which some tests want.
        }
    }

    private static String read(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                return head.toString(ISO_8859_1);
            }
            head.write(next);
        }
        String text = head.toString(ISO_8859_1);
        int length = text.lines()
                .filter(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:"))
                .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
                .findFirst()
                .orElse(0);
        return text + new String(in.readNBytes(length), ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
