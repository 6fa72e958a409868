package dev.preflight.crossorigin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.preflight.testing.ServerTest;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpRequestWrapper;
import io.micronaut.http.HttpResponse;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;

/** What a server at home does should a listener let somebody else in after all. */
@MicronautTest(transactional = false)
class HomeHostFilterTest extends ServerTest {

    @Inject HomeHostFilter filter;

    @Test
    void refusesEverybodyWhoIsNotOnThisMachine() {
        assertThat(refusal("192.168.1.7")).contains(403);
        assertThat(refusal("2001:db8::1")).contains(403);
        assertThat(refusal("127.0.0.1")).isEmpty();
        assertThat(refusal("::1")).isEmpty();
    }

    private Optional<Integer> refusal(String peer) {
        return Optional.ofNullable(filter.check(new From(peer))).map(HttpResponse::code);
    }

    /** A request for localhost that comes from somewhere. */
    private static final class From extends HttpRequestWrapper<Object> {

        private final String peer;

        From(String peer) {
            super(HttpRequest.GET("/").header("Host", "localhost"));
            this.peer = peer;
        }

        @Override
        public InetSocketAddress getRemoteAddress() {
            return new InetSocketAddress(InetAddress.ofLiteral(peer), 4711);
        }
    }
}
