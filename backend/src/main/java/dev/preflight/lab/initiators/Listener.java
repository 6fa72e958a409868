package dev.preflight.lab.initiators;

import dev.preflight.web.proxies.Loopback;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.util.concurrent.DefaultThreadFactory;

import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Listens for browsers on this machine, on one port of each of its addresses, with one thread:
 * whoever is slow waits alone, and not for long.
 */
final class Listener implements AutoCloseable {

    /** A browser opens a handful. */
    private static final int MOST_CONNECTIONS = 100;

    private static final int LONGEST_LINE = 1024;

    /** Browsers send the cookies of all that runs on localhost, whatever its port. */
    private static final int LONGEST_HEAD = 65_536;

    private static final int LONGEST_BODY = 1024;

    /** How often another port is tried, of those that are free on the first address. */
    private static final int ATTEMPTS = 20;

    private final EventLoopGroup loop =
            new MultiThreadIoEventLoopGroup(
                    1, new DefaultThreadFactory("lab-initiators", true), NioIoHandler.newFactory());
    private final List<Channel> channels = new ArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final PageHandler handler;
    private final Duration toAHead;
    private final Duration patience;

    private Listener(InitiatorPage page, Duration toAHead, Duration patience) {
        this.handler = new PageHandler(page);
        this.toAHead = toAHead;
        this.patience = patience;
    }

    /**
     * @param port 0 for any free one
     * @param toAHead how long it may take until the head of a request has arrived; browsers also
     *     open connections that they may never need
     * @param patience how long a connection may take in all
     * @throws BindException if the port is taken
     */
    static Listener open(int port, InitiatorPage page, Duration toAHead, Duration patience)
            throws BindException {
        Listener listener = new Listener(page, toAHead, patience);
        try {
            listener.bind(port, port == 0 ? ATTEMPTS : 1);
            return listener;
        } catch (BindException taken) {
            listener.close();
            throw taken;
        }
    }

    int port() {
        return ((InetSocketAddress) channels.getFirst().localAddress()).getPort();
    }

    /** On the same port of all addresses, or of none. */
    private void bind(int wanted, int attempts) throws BindException {
        int port = wanted;
        for (InetAddress address : Loopback.addresses()) {
            ChannelFuture bound = bootstrap().bind(address, port).awaitUninterruptibly();
            if (bound.isSuccess()) {
                channels.add(bound.channel());
                port = port();
                continue;
            }
            if (attempts > 1) {
                closeChannels();
                bind(wanted, attempts - 1);
                return;
            }
            BindException taken = new BindException(address.getHostAddress() + ":" + port);
            taken.initCause(bound.cause());
            throw taken;
        }
    }

    private ServerBootstrap bootstrap() {
        return new ServerBootstrap()
                .group(loop)
                .channel(NioServerSocketChannel.class)
                .childHandler(
                        new ChannelInitializer<SocketChannel>() {
                            @Override
                            protected void initChannel(SocketChannel connection) {
                                accept(connection);
                            }
                        });
    }

    private void accept(SocketChannel connection) {
        int open = connections.incrementAndGet();
        connection.closeFuture().addListener(closed -> connections.decrementAndGet());
        if (open > MOST_CONNECTIONS) {
            close(connection);
            return;
        }
        Future<?> silence = closeAfter(toAHead, connection);
        var _ = closeAfter(patience, connection);
        connection
                .pipeline()
                .addLast(
                        new HttpServerCodec(LONGEST_LINE, LONGEST_HEAD, LONGEST_BODY),
                        new HeadHandler(silence),
                        new HttpObjectAggregator(LONGEST_BODY, true),
                        handler);
    }

    private static Future<?> closeAfter(Duration time, SocketChannel connection) {
        Future<?> end =
                connection
                        .eventLoop()
                        .schedule(() -> close(connection), time.toMillis(), TimeUnit.MILLISECONDS);
        connection.closeFuture().addListener(closed -> end.cancel(false));
        return end;
    }

    /** Gives a connection more time once the head of a request has arrived. */
    private static final class HeadHandler extends ChannelInboundHandlerAdapter {

        private final Future<?> silence;

        HeadHandler(Future<?> silence) {
            this.silence = silence;
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (message instanceof HttpRequest) {
                silence.cancel(false);
            }
            context.fireChannelRead(message);
        }
    }

    /** Nobody waits for it to be closed. */
    private static void close(SocketChannel connection) {
        var _ = connection.close();
    }

    private void closeChannels() {
        channels.forEach(channel -> channel.close().awaitUninterruptibly());
        channels.clear();
    }

    @Override
    public void close() {
        closeChannels();
        var _ = loop.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }
}
