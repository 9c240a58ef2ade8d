package io.leasehold.gateway.world;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;

/** A client that does what it likes on its connection to the gateway. */
public final class RawClient implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20_000;
    private static final int PAUSE_MILLIS = 50;

    private final Socket socket;

    private RawClient(String request) throws IOException {
        this(request.getBytes(UTF_8));
    }

    private RawClient(byte[] request) throws IOException {
        socket = new Socket("localhost", Gateway.port());
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.getOutputStream().write(request);
    }

    /** Sends these bytes and nothing else. */
    public static RawClient raw(String request) throws IOException {
        return new RawClient(request);
    }

    /** The same, of a text in which each character is a byte. */
    public static RawClient bytes(String request) throws IOException {
        return new RawClient(request.getBytes(ISO_8859_1));
    }

    /** Sends a message. */
    public static RawClient send(String token, String body) throws IOException {
        return new RawClient(head(token, body.getBytes(UTF_8).length) + body);
    }

    /** Says that a body of that length will come, and sends none. */
    public static RawClient announce(String token, int length) throws IOException {
        return new RawClient(head(token, length));
    }

    private static String head(String token, int length) {
        return """
                POST /anthropic/v1/messages HTTP/1.1\r
                Host: localhost\r
                x-api-key: %s\r
                anthropic-version: 2023-06-01\r
                Content-Type: application/json\r
                Content-Length: %d\r
                \r
                """.formatted(token, length);
    }

    /** Sends more on the same connection. */
    public void write(String bytes) throws IOException {
        socket.getOutputStream().write(bytes.getBytes(UTF_8));
    }

    /** Sends little, and again and again, until the gateway has had enough. What it says then; empty for nothing. */
    public String dribble(String bytes) throws IOException {
        socket.setSoTimeout(PAUSE_MILLIS);
        long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000L;
        while (System.nanoTime() - end < 0) {
            try {
                return answer();
            } catch (SocketTimeoutException silent) {
                if (!isTaken(bytes)) {
                    return "";
                }
            } catch (SocketException closed) {
                return "";
            }
        }
        throw new AssertionError("The gateway still waits.");
    }

    private boolean isTaken(String bytes) throws IOException {
        try {
            write(bytes);
            return true;
        } catch (SocketException closed) {
            return false;
        }
    }

    /** Ends the connection without a farewell, as a machine does that dies. */
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /** The first byte of the answer, as soon as it is there. */
    public int firstByte() throws IOException {
        return socket.getInputStream().read();
    }

    /** The answer's status, as soon as it is there; what follows is read next. */
    public int status() throws IOException {
        String begin = new String(socket.getInputStream().readNBytes("HTTP/1.1 200".length()), ISO_8859_1);
        return Integer.parseInt(begin.substring("HTTP/1.1 ".length()));
    }

    /** What is there of the answer as soon as something is. */
    public String answer() throws IOException {
        byte[] bytes = new byte[4096];
        int length = socket.getInputStream().read(bytes);
        return new String(bytes, 0, Math.max(0, length), UTF_8);
    }

    /** The whole answer, until the gateway closes the connection, read to the end or not, or says {@code last}. */
    public String answerUntil(String last) throws IOException {
        StringBuilder answer = new StringBuilder();
        try {
            String more = answer();
            while (!more.isEmpty()) {
                answer.append(more);
                more = answer.indexOf(last) < 0 ? answer() : "";
            }
        } catch (SocketException closed) {
            // There was more than the gateway wanted to read.
        }
        return answer.toString();
    }

    /** Reads until the gateway closes the connection, or ends the chunked answer. @return how many bytes came */
    public long readToEnd() throws IOException {
        byte[] bytes = new byte[64 * 1024];
        byte[] last = new byte[5];
        long length = 0;
        for (int read = socket.getInputStream().read(bytes);
                read >= 0;
                read = socket.getInputStream().read(bytes)) {
            length += read;
            remember(last, bytes, read);
            if (new String(last, ISO_8859_1).equals("0\r\n\r\n")) {
                break;
            }
        }
        return length;
    }

    private static void remember(byte[] last, byte[] bytes, int read) {
        int kept = Math.max(0, last.length - read);
        System.arraycopy(last, last.length - kept, last, 0, kept);
        int from = Math.max(0, read - last.length);
        System.arraycopy(bytes, from, last, kept, read - from);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
