package io.leasehold.gateway.quiet;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.util.concurrent.ScheduledFuture;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection that has been without a byte in either direction for too long. Netty's own handler asks for the time
 * and adds a listener with every message; this one looks eight times in that time whether there were any, so that it may
 * close a connection an eighth later. Event loop only.
 */
// Whoever wrote hears of it by the promise; nobody asks whether a connection could be closed.
@SuppressWarnings("FutureReturnValueIgnored")
public final class QuietConnections extends ChannelDuplexHandler {
    private static final int LOOKS = 8;

    private final long pause;
    private boolean moved = true;
    private int quietLooks;
    private @Nullable ScheduledFuture<?> looking;

    QuietConnections(Duration longest) {
        this.pause = Math.max(1, longest.toNanos() / LOOKS);
    }

    /** @param longest how long a connection may be without a byte */
    public static void close(HttpConnection connection, Duration longest) {
        ((ConnectionBase) connection).channel().pipeline().addFirst(new QuietConnections(longest));
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        looking = context.executor().scheduleAtFixedRate(() -> look(context), pause, pause, TimeUnit.NANOSECONDS);
    }

    private void look(ChannelHandlerContext context) {
        quietLooks = moved ? 0 : quietLooks + 1;
        moved = false;
        if (quietLooks >= LOOKS) {
            context.close();
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        moved = true;
        context.fireChannelRead(message);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        moved = true;
        context.write(message, promise);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        stop();
        context.fireChannelInactive();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        stop();
    }

    private void stop() {
        if (looking != null) {
            looking.cancel(false);
        }
    }
}
