package io.leasehold.gateway.world;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** A provider that says on each connection what a test wants, at the address of {@link CannedProvider}. */
public final class ScriptedProvider implements AutoCloseable {
    private final Script script;
    private final ServerSocket server;
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger mostOpen = new AtomicInteger();

    /** What happens on one connection, which ends with it. */
    @FunctionalInterface
    public interface Script {
        void play(InputStream in, OutputStream out) throws IOException;
    }

    public ScriptedProvider(Script script) throws IOException {
        this.script = script;
        this.server = new ServerSocket(CannedProvider.url().getPort(), 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    /** The head of the next request; empty once the other side has closed the connection. */
    public static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int ending = 0;
        while (ending < 4) {
            int next = in.read();
            if (next < 0) {
                return "";
            }
            head.write(next);
            ending = next == "\r\n\r\n".charAt(ending) ? ending + 1 : next == '\r' ? 1 : 0;
        }
        return head.toString(ISO_8859_1);
    }

    /** How long the body is that follows a head. */
    public static int bodyLength(String head) {
        return head.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-length:"))
                .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
                .findFirst()
                .orElse(0);
    }

    /** Answers every request on a connection with an empty object, for as long as it is kept. */
    public static void answerAll(InputStream in, OutputStream out) throws IOException {
        for (String head = head(in); !head.isEmpty(); head = head(in)) {
            in.skipNBytes(bodyLength(head));
            answer(out);
        }
    }

    /** An empty object. */
    public static void answer(OutputStream out) throws IOException {
        out.write("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n{}"
                .getBytes(ISO_8859_1));
        out.flush();
    }

    /** Connections so far. */
    public int accepted() {
        return accepted.get();
    }

    public int open() {
        return open.get();
    }

    /** The most that were open at a time. */
    public int mostOpen() {
        return mostOpen.get();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                accepted.incrementAndGet();
                mostOpen.accumulateAndGet(open.incrementAndGet(), Math::max);
                Thread.ofVirtual().start(() -> play(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void play(Socket socket) {
        try (socket) {
            script.play(new BufferedInputStream(socket.getInputStream()), socket.getOutputStream());
        } catch (IOException gone) {
            // The gateway has hung up, which some tests want.
        } finally {
            open.decrementAndGet();
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
