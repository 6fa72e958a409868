package dev.preflight.web.proxies;

import com.google.common.net.InetAddresses;

import dev.preflight.web.Reach;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.util.DefaultHttpClientAddressResolver;
import io.micronaut.http.server.util.HttpClientAddressResolver;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The client's address, followed back through the proxies that the operator trusts; the framework's
 * own resolver believes {@code X-Forwarded-For} of everybody.
 *
 * <p>One kind of header is believed, {@code X-Forwarded-For} unless the operator says {@code
 * Forwarded}. A proxy writes one kind, and passes the other on as a client made it up. From the
 * request alone nobody can tell which is which: to believe either would let a client pick its
 * address, and to believe neither where they contradict each other would let it hide behind the
 * proxy's, at the cost of all who share its throttles.
 */
@Context
@Replaces(DefaultHttpClientAddressResolver.class)
final class ClientAddressResolver implements HttpClientAddressResolver {

    private static final Logger LOG = LoggerFactory.getLogger(ClientAddressResolver.class);
    private static final InetAddress NOWHERE = InetAddress.ofLiteral("0.0.0.0");
    private static final String FORWARDED = "Forwarded";
    private static final String FORWARDED_FOR = "X-Forwarded-For";

    private final TrustedProxies trusted;
    private final boolean standard;
    private final Reach reach;
    private final AtomicBoolean told = new AtomicBoolean();

    ClientAddressResolver(ProxySettings settings, Reach reach) {
        this.trusted = TrustedProxies.parse(settings.trusted());
        this.standard = settings.isStandard();
        this.reach = reach;
    }

    @Override
    @SuppressWarnings("rawtypes") // so is the method that this overrides
    public String resolve(HttpRequest request) {
        HttpHeaders headers = request.getHeaders();
        InetAddress remote = request.getRemoteAddress().getAddress();
        InetAddress peer = remote == null ? NOWHERE : remote;
        boolean forwarded = headers.contains(FORWARDED) || headers.contains(FORWARDED_FOR);
        if (forwarded && !reach.isHome()) {
            tellOfAnUnknownProxy(peer);
        }
        List<String> hops =
                standard
                        ? Forwarding.standardHops(headers.getAll(FORWARDED))
                        : Forwarding.customaryHops(headers.getAll(FORWARDED_FOR));
        InetAddress client = Forwarding.client(peer, hops, trusted);
        // In the form of RFC 5952, ::1 for one, and without a zone, which means nothing elsewhere.
        return InetAddresses.toAddrString(client).replaceFirst("%.*$", "");
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
}
