package dev.preflight.web.proxies;

import dev.preflight.web.Reach;

import io.micronaut.context.annotation.Context;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Follows the requests of this server back through the proxies that its operator trusts.
 *
 * <p>One kind of header is believed, {@code X-Forwarded-*} unless the operator says {@code
 * Forwarded}. A proxy writes one kind, and passes the other on as a client made it up. From the
 * request alone nobody can tell which is which: to believe either would let a client pick its
 * address, and to believe neither where they contradict each other would let it hide behind the
 * proxy's, at the cost of all who share its throttles.
 */
@Context
final class Forwardings {

    private static final Logger LOG = LoggerFactory.getLogger(Forwardings.class);
    private static final InetAddress NOWHERE = InetAddress.ofLiteral("0.0.0.0");
    private static final String FORWARDED = "Forwarded";
    private static final String FORWARDED_FOR = "X-Forwarded-For";

    private final TrustedProxies trusted;
    private final boolean standard;
    private final Reach reach;
    private final AtomicBoolean told = new AtomicBoolean();

    Forwardings(ProxySettings settings, Reach reach) {
        this.trusted = TrustedProxies.parse(settings.trusted());
        this.standard = settings.isStandard();
        this.reach = reach;
    }

    Forwarding of(HttpRequest<?> request) {
        HttpHeaders headers = request.getHeaders();
        InetAddress peer = peer(request);
        boolean forwarded = headers.contains(FORWARDED) || headers.contains(FORWARDED_FOR);
        if (forwarded && !reach.isHome()) {
            tellOfAnUnknownProxy(peer);
        }
        return Forwarding.of(
                peer,
                standard
                        ? new Forwarding.Headers(
                                headers.getAll(FORWARDED), List.of(), List.of(), List.of())
                        : new Forwarding.Headers(
                                List.of(),
                                headers.getAll(FORWARDED_FOR),
                                headers.getAll("X-Forwarded-Proto"),
                                headers.getAll("X-Forwarded-Host")),
                trusted);
    }

    /** Once: whoever has a private address here and speaks for others is the operator's proxy. */
    private void tellOfAnUnknownProxy(InetAddress peer) {
        if (trusted.contain(peer) || !isNear(peer) || told.getAndSet(true)) {
            return;
        }
        LOG.warn(
                "{} forwards requests and is not believed, so that everybody behind it counts as"
                    + " one person, who soon has tried too often. If it is your proxy, add it: set"
                    + " PREFLIGHT_TRUSTED_PROXIES={}",
                peer.getHostAddress(),
                peer.getHostAddress());
    }

    private static boolean isNear(InetAddress address) {
        byte[] bytes = address.getAddress();
        // fc00::/7 (RFC 4193).
        boolean uniqueLocal = bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc;
        return uniqueLocal
                || address.isLoopbackAddress()
                || address.isSiteLocalAddress()
                || address.isLinkLocalAddress();
    }

    private static InetAddress peer(HttpRequest<?> request) {
        InetSocketAddress remote = request.getRemoteAddress();
        InetAddress address = remote.getAddress();
        return address == null ? NOWHERE : address;
    }
}
