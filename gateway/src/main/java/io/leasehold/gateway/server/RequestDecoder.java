package io.leasehold.gateway.server;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.VertxHttpRequestDecoder;
import io.vertx.core.net.impl.ConnectionBase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Vert.x's own, which is too kind in three ways for whom anybody may call: it goes on with a request that tells its length
 * twice, and with chunks that are none, either of which a proxy in front may have read in another way; and it waits for a head
 * for as long as bytes of it come.
 */
final class RequestDecoder extends VertxHttpRequestDecoder {
    /** As Vert.x calls it. */
    private static final String NAME = "httpDecoder";

    private final HttpConnection connection;
    private final Duration headTimeout;
    private final Runnable onSlowHead;
    private boolean betweenRequests = true;
    private boolean broken;

    /** While a body comes in chunks. */
    private @Nullable Chunks chunks;

    private @Nullable ScheduledFuture<?> deadline;

    private RequestDecoder(
            HttpConnection connection, HttpServerOptions options, Duration headTimeout, Runnable onSlowHead) {
        super(options);
        this.connection = connection;
        this.headTimeout = headTimeout;
        this.onSlowHead = onSlowHead;
    }

    /** Takes the place of the usual one, before the connection's first byte is read. HTTP/2 has a framing of its own. */
    static void install(
            HttpConnection connection, HttpServerOptions options, Duration headTimeout, Runnable onSlowHead) {
        ChannelPipeline pipeline = ((ConnectionBase) connection).channel().pipeline();
        if (pipeline.get(NAME) != null) {
            pipeline.replace(NAME, NAME, new RequestDecoder(connection, options, headTimeout, onSlowHead));
        }
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf bytes, List<Object> out) throws Exception {
        if (broken) {
            bytes.skipBytes(bytes.readableBytes());
            return;
        }
        int known = out.size();
        int from = bytes.readerIndex();
        super.decode(context, bytes, out);
        if (chunks != null && !chunks.areSound(bytes, from, bytes.readerIndex())) {
            breakOff(bytes, out, known);
        }
        look(out, known);
        if (out.size() > known) {
            forget();
        } else if (betweenRequests && deadline == null) {
            deadline = context.executor().schedule(this::giveUp, headTimeout.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void look(List<Object> out, int known) {
        for (int i = known; i < out.size(); i++) {
            Object decoded = out.get(i);
            betweenRequests =
                    decoded instanceof LastHttpContent || (betweenRequests && !(decoded instanceof HttpRequest));
        }
        if (betweenRequests) {
            chunks = null;
        } else if (out.size() > known && out.getLast() instanceof HttpRequest head) {
            chunks = HttpUtil.isTransferEncodingChunked(head) ? new Chunks() : null;
        }
    }

    /** As the decoder does with what it can't read: the body ends as a failure, and nothing after it is taken. */
    private void breakOff(ByteBuf bytes, List<Object> out, int known) {
        broken = true;
        bytes.skipBytes(bytes.readableBytes());
        while (out.size() > known) {
            ReferenceCountUtil.release(out.removeLast());
        }
        LastHttpContent failure = new DefaultLastHttpContent();
        failure.setDecoderResult(DecoderResult.failure(new IllegalArgumentException("The body's chunks are none")));
        out.add(failure);
    }

    @Override
    protected void handleTransferEncodingChunkedWithContentLength(HttpMessage message) {
        throw new IllegalArgumentException("The body's length is told twice");
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) throws Exception {
        forget();
        super.channelInactive(context);
    }

    private void giveUp() {
        onSlowHead.run();
        connection.close();
    }

    private void forget() {
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
    }
}
