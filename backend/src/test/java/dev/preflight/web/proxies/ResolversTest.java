package dev.preflight.web.proxies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.preflight.testing.Person;
import dev.preflight.testing.PublicServer;
import dev.preflight.testing.ServerLog;
import dev.preflight.testing.TestDatabase;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.server.util.HttpClientAddressResolver;
import io.micronaut.http.server.util.HttpHostResolver;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.Map;

/**
 * What the framework, the throttles and the list of devices are told of where a request is from.
 */
class ResolversTest {

    private static final String[] FORWARDED = {
        "X-Forwarded-For", "198.51.100.1",
        "X-Forwarded-Proto", "https",
        "X-Forwarded-Host", "api.example.com"
    };

    @Test
    void believesNobodyUnlessTold() {
        try (EmbeddedServer server = start("")) {
            assertThat(Person.at(server.getURI()).get("/where", FORWARDED).body())
                    .isEqualTo("127.0.0.1 http://localhost:8080");
            assertThat(
                            Person.at(server.getURI())
                                    .get("/where", "Forwarded", "for=1.2.3.4;host=evil.example")
                                    .body())
                    .isEqualTo("127.0.0.1 http://localhost:8080");
        }
    }

    @Test
    void believesATrustedProxy() {
        try (EmbeddedServer server = start("10.0.0.0/8, 127.0.0.1")) {
            Person visitor = Person.at(server.getURI());

            assertThat(visitor.get("/where", FORWARDED).body())
                    .isEqualTo("198.51.100.1 http://localhost:8080");
            assertThat(visitor.get("/where", "X-Forwarded-For", "1.2.3.4, 198.51.100.1").body())
                    .startsWith("198.51.100.1 ");
            assertThat(visitor.get("/where", "X-Forwarded-For", "2001:DB8:0:0:0:0:0:1").body())
                    .startsWith("2001:db8::1 ");
        }
    }

    @Test
    void letsNoClientBehindATrustedProxyPickItsAddressOrHide() {
        try (EmbeddedServer server = start("127.0.0.1")) {
            Person visitor = Person.at(server.getURI());

            assertThat(
                            visitor.get(
                                            "/where",
                                            "X-Forwarded-For",
                                            "198.51.100.1",
                                            "Forwarded",
                                            "for=1.2.3.4")
                                    .body())
                    .startsWith("198.51.100.1 ");
        }
        try (EmbeddedServer server =
                start("127.0.0.1", Map.of("preflight.web.proxies.header", "Forwarded"))) {
            Person visitor = Person.at(server.getURI());

            assertThat(
                            visitor.get(
                                            "/where",
                                            "X-Forwarded-For",
                                            "1.2.3.4",
                                            "Forwarded",
                                            "for=198.51.100.1")
                                    .body())
                    .startsWith("198.51.100.1 ");
        }
    }

    @Test
    void tellsAPublicServersOperatorOnceOfAProxyThatIsNotBelieved() {
        try (EmbeddedServer server = start("10.0.0.5", PublicServer.settings());
                ServerLog log = ServerLog.listen()) {
            Person visitor = Person.at(server.getURI());
            visitor.get("/where");
            assertThat(log.lines()).noneMatch(line -> line.contains("PREFLIGHT_TRUSTED_PROXIES"));

            visitor.get("/where", FORWARDED);
            visitor.get("/where", FORWARDED);

            assertThat(log.lines())
                    .filteredOn(line -> line.contains("PREFLIGHT_TRUSTED_PROXIES=127.0.0.1"))
                    .singleElement()
                    .asString()
                    .startsWith("WARN");
        }
    }

    private static EmbeddedServer start(String trusted) {
        return start(trusted, Map.of());
    }

    private static EmbeddedServer start(String trusted, Map<String, String> besides) {
        Map<String, Object> properties = new HashMap<>(TestDatabase.create());
        properties.putAll(besides);
        properties.put("preflight.web.proxies.trusted", trusted);
        properties.put("preflight.test.where", true);
        return ApplicationContext.run(EmbeddedServer.class, properties, "test");
    }

    /** Answers where the request seems to be from, and what the framework takes for our address. */
    @Requires(property = "preflight.test.where")
    @Controller("/where")
    @Secured(SecurityRule.IS_ANONYMOUS)
    static class Where {

        private final HttpClientAddressResolver addresses;
        private final HttpHostResolver hosts;

        Where(HttpClientAddressResolver addresses, HttpHostResolver hosts) {
            this.addresses = addresses;
            this.hosts = hosts;
        }

        @Get(produces = "text/plain")
        String where(HttpRequest<?> request) {
            return addresses.resolve(request) + " " + hosts.resolve(request);
        }
    }
}
