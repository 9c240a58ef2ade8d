package io.leasehold.sim;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A call over a bare socket: sees chunk borders and broken connections, and can hang up. */
public final class RawCall implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;

    private RawCall(Socket socket) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
        socket.setSoTimeout(20_000);
    }

    public static RawCall post(TestSim sim, String path, String body, String... headers) throws IOException {
        RawCall call = new RawCall(new Socket("127.0.0.1", sim.port()));
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder("POST " + path + " HTTP/1.1\r\nhost: sim\r\n");
        head.append("content-length: ").append(bytes.length).append("\r\n");
        for (int i = 0; i < headers.length; i += 2) {
            head.append(headers[i]).append(": ").append(headers[i + 1]).append("\r\n");
        }
        call.socket.getOutputStream().write(head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
        call.socket.getOutputStream().write(bytes);
        return call;
    }

    /** Everything up to the end of the connection. */
    public String readToEnd() throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }

    /** Reads until the text has come by. */
    public void readUntil(String text) throws IOException {
        StringBuilder seen = new StringBuilder();
        while (seen.indexOf(text) < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the connection ended before " + text);
            }
            seen.append((char) next);
        }
    }

    /** The chunks of a chunked answer, from the end of its head to its last chunk. */
    public List<byte[]> chunks() throws IOException {
        readUntil("\r\n\r\n");
        List<byte[]> chunks = new ArrayList<>();
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            chunks.add(in.readNBytes(size));
            in.readNBytes(2);
        }
        return chunks;
    }

    private int chunkSize() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("the connection ended inside a chunk");
            }
            line.write(next);
        }
        return Integer.parseInt(line.toString(StandardCharsets.US_ASCII).strip(), 16);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
