package dev.preflight.lab.initiators;

import dev.preflight.web.proxies.Loopback;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Answers with the one page where it is asked for by one of this machine's own names. */
@Sharable
final class PageHandler extends SimpleChannelInboundHandler<HttpRequest> {

    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

    private final InitiatorPage page;

    PageHandler(InitiatorPage page) {
        this.page = page;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, HttpRequest request) {
        context.writeAndFlush(answer(request)).addListener(ChannelFutureListener.CLOSE);
    }

    private FullHttpResponse answer(HttpRequest request) {
        if (request.decoderResult().isFailure()) {
            return refusal(HttpResponseStatus.BAD_REQUEST, "This is no HTTP request.");
        }
        List<String> hosts = request.headers().getAll(HttpHeaderNames.HOST);
        // A foreign name that was made to point here would share its origin with its owner's pages.
        if (hosts.size() != 1 || !Loopback.isHostHeader(hosts.getFirst())) {
            return refusal(
                    HttpResponseStatus.MISDIRECTED_REQUEST,
                    "The Lab's page is for this machine alone: ask for it as localhost.");
        }
        if (!request.uri().equals("/")) {
            return refusal(
                    HttpResponseStatus.NOT_FOUND, "Nothing is here but the Lab's page, at /.");
        }
        if (!request.method().equals(HttpMethod.GET) && !request.method().equals(HttpMethod.HEAD)) {
            FullHttpResponse refusal =
                    refusal(
                            HttpResponseStatus.METHOD_NOT_ALLOWED,
                            "The Lab's page can be read, with GET or HEAD, and nothing else.");
            refusal.headers().set(HttpHeaderNames.ALLOW, "GET, HEAD");
            return refusal;
        }
        return response(HttpResponseStatus.OK, "text/html", page.html(), page.policy());
    }

    private static FullHttpResponse refusal(HttpResponseStatus status, String sentence) {
        return response(status, "text/plain", sentence + "\n", NOTHING);
    }

    private static FullHttpResponse response(
            HttpResponseStatus status, String type, String text, String policy) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        FullHttpResponse response =
                new DefaultFullHttpResponse(
                        HttpVersion.HTTP_1_1, status, Unpooled.wrappedBuffer(bytes));
        HttpHeaders headers = response.headers();
        headers.set(HttpHeaderNames.CONTENT_TYPE, type + "; charset=utf-8");
        headers.set(HttpHeaderNames.CONTENT_LENGTH, bytes.length);
        headers.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        headers.set(HttpHeaderNames.CACHE_CONTROL, "no-store");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Content-Security-Policy", policy);
        // With no-referrer, browsers would send its forms with the Origin null (Fetch, "append a
        // request Origin header").
        headers.set("Referrer-Policy", "strict-origin-when-cross-origin");
        return response;
    }

    /** A client that goes away, or speaks something else, is none to answer. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        var _ = context.close();
    }
}
