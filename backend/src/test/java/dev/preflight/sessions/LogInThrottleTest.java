package dev.preflight.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.preflight.testing.Json;
import dev.preflight.testing.Mailbox;
import dev.preflight.testing.Person;
import dev.preflight.testing.ServerTest;
import dev.preflight.testing.TurnableClock;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Who guesses has to wait; nobody else does, and nobody for ever. */
@Tag("database")
@MicronautTest(transactional = false)
class LogInThrottleTest extends ServerTest {

    private static final int AT_ONCE = 5;
    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    @Inject TurnableClock clock;

    @BeforeEach
    void stopTheClock() {
        clock.stop();
    }

    @Override
    protected Map<String, String> configuration() {
        Map<String, String> configuration = new HashMap<>();
        configuration.put("preflight.throttling.budgets.log-in-network.burst", "20");
        configuration.put("preflight.throttling.budgets.log-in-account.burst", "30");
        configuration.put("preflight.throttling.budgets.register-network.burst", "4");
        configuration.put("preflight.web.proxies.trusted", "127.0.0.1");
        return configuration;
    }

    @Test
    void makesWhoGuessesWaitAndSaysHowLong() {
        Person member = member();
        String guesser = address();
        for (int i = 0; i < AT_ONCE; i++) {
            assertThat(logIn(member.email(), "wrong", guesser).status()).isEqualTo(401);
        }

        Person.Answer refused = logIn(member.email(), Person.PASSWORD, guesser);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.problem()).isEqualTo("too-many-attempts");
        assertThat(refused.headers("Set-Cookie")).isEmpty();
        int wait = Integer.parseInt(refused.header("Retry-After"));
        assertThat(wait).isEqualTo(60);
        assertThat(refused.text("detail")).contains("wait " + wait + " seconds");
        assertThat(refused.header("Access-Control-Allow-Origin")).isEqualTo(Person.CLIENT_ORIGIN);
        clock.forward(Duration.ofSeconds(wait));
        assertThat(logIn(member.email(), Person.PASSWORD, guesser).status()).isEqualTo(200);
    }

    @Test
    void letsTheOwnerInFromElsewhere() {
        Person member = member();
        String guesser = address();
        for (int i = 0; i <= AT_ONCE; i++) {
            logIn(member.email(), "wrong", guesser);
        }

        assertThat(logIn(member.email(), Person.PASSWORD, guesser).status()).isEqualTo(429);
        assertThat(logIn(member.email(), Person.PASSWORD, address()).status()).isEqualTo(200);
    }

    @Test
    void treatsAnAccountThatDoesNotExistTheSame() {
        String nobody = UUID.randomUUID() + "@example.com";
        String guesser = address();
        for (int i = 0; i < AT_ONCE; i++) {
            String spelling = i % 2 == 0 ? nobody : nobody.toUpperCase(Locale.ROOT);
            assertThat(logIn(spelling, "wrong", guesser).status()).isEqualTo(401);
        }

        assertThat(logIn(nobody, "wrong", guesser).status()).isEqualTo(429);
    }

    @Test
    void countsNoLogInThatIsRight() {
        Person member = member();
        String home = address();

        for (int i = 0; i < 3 * AT_ONCE; i++) {
            assertThat(logIn(member.email(), Person.PASSWORD, home).status()).isEqualTo(200);
        }
    }

    @Test
    void makesANetworkWaitThatTriesManyAccounts() {
        String guesser = address();
        for (int i = 0; i < 20; i++) {
            assertThat(logIn(UUID.randomUUID() + "@example.com", "wrong", guesser).status())
                    .isEqualTo(401);
        }

        assertThat(logIn(UUID.randomUUID() + "@example.com", "wrong", guesser).status())
                .isEqualTo(429);
        assertThat(logIn(member().email(), Person.PASSWORD, address()).status()).isEqualTo(200);
    }

    @Test
    void takesAWholeIpv6NetworkForOneClient() {
        Person member = member();
        for (int i = 0; i < AT_ONCE; i++) {
            logIn(member.email(), "wrong", "2001:db8:1:1::" + i);
        }

        assertThat(logIn(member.email(), "wrong", "2001:db8:1:1:a:b:c:d").status()).isEqualTo(429);
        assertThat(logIn(member.email(), "wrong", "2001:db8:1:2::1").status()).isEqualTo(401);
    }

    @Test
    void letsTheOwnerInWhileManyMachinesGuess() {
        Person member = member();
        String home = address();
        Person owner = visitor();
        assertThat(logIn(owner, member.email(), Person.PASSWORD, home).status()).isEqualTo(200);
        owner.send("POST", "/api/authentication/log-out", null);
        guessFromEverywhere(member);

        assertThat(logIn(member.email(), Person.PASSWORD, address()).status()).isEqualTo(429);
        assertThat(logIn(member.email(), Person.PASSWORD, home).status()).isEqualTo(200);
        // What the owner did not take is not given back, to the next who guesses.
        assertThat(logIn(member.email(), "wrong", address()).status()).isEqualTo(429);
        clock.forward(Duration.ofSeconds(10));
        assertThat(logIn(member.email(), Person.PASSWORD, address()).status()).isEqualTo(200);
    }

    @Test
    void letsWhoeverRedeemsALinkInWhileManyMachinesGuess() {
        Person member = member();
        String home = address();
        guessFromEverywhere(member);
        assertThat(logIn(member.email(), Person.PASSWORD, home).status()).isEqualTo(429);

        visitor()
                .post(
                        "/api/account/password/reset-request",
                        Json.write(Map.of("email", member.email())));
        String token = Mailbox.of(member.email(), visitor()).await("Choose a new password").token();
        Person.Answer reset =
                visitor()
                        .post(
                                "/api/account/password/reset",
                                Json.write(Map.of("token", token, "newPassword", "a new long one")),
                                "X-Forwarded-For",
                                home);

        assertThat(reset.status()).isEqualTo(204);
        assertThat(logIn(member.email(), "a new long one", home).status()).isEqualTo(200);
        assertThat(logIn(member.email(), "a new long one", address()).status()).isEqualTo(429);
    }

    private void guessFromEverywhere(Person member) {
        for (int i = 0; i < 30; i++) {
            logIn(member.email(), "wrong", address());
        }
    }

    @Test
    void takesManyNetworksOfOneSiteForOneGuesser() {
        for (int i = 0; i < 20; i++) {
            assertThat(
                            logIn(
                                            UUID.randomUUID() + "@example.com",
                                            "wrong",
                                            "2001:db8:77:" + i + "::1")
                                    .status())
                    .isEqualTo(401);
        }

        assertThat(logIn(UUID.randomUUID() + "@example.com", "wrong", "2001:db8:77:ff::1").status())
                .isEqualTo(429);
        assertThat(logIn(UUID.randomUUID() + "@example.com", "wrong", "2001:db8:78::1").status())
                .isEqualTo(401);
    }

    @Test
    void admitsNoMoreOfManyGuessesAtOnce() {
        Person member = member();
        String guesser = address();
        AtomicInteger admitted = new AtomicInteger();
        try (ExecutorService machine = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 50; i++) {
                machine.execute(
                        () -> {
                            if (logIn(member.email(), "wrong", guesser).status() == 401) {
                                admitted.incrementAndGet();
                            }
                        });
            }
        }

        assertThat(admitted).hasValue(AT_ONCE);
    }

    @Test
    void tellsNobodyWhichOfManyAddressesHaveAccounts() {
        Person member = member();
        String asking = address();
        for (int i = 0; i < 4; i++) {
            assertThat(register(member.email(), asking).violatedFields()).containsExactly("email");
        }

        assertThat(register(member.email(), asking).status()).isEqualTo(429);
        assertThat(register(UUID.randomUUID() + "@example.com", asking).status()).isEqualTo(429);
        assertThat(register(UUID.randomUUID() + "@example.com", address()).status()).isEqualTo(201);
    }

    @Test
    void countsNoRegistrationThatToldNothing() {
        String school = address();

        for (int i = 0; i < 10; i++) {
            assertThat(register(UUID.randomUUID() + "@example.com", school).status())
                    .isEqualTo(201);
        }
    }

    private Person.Answer logIn(String email, String password, String from) {
        return logIn(visitor(), email, password, from);
    }

    private static Person.Answer logIn(Person person, String email, String password, String from) {
        return person.post(
                "/api/authentication/log-in",
                Json.write(Map.of("email", email, "password", password)),
                "X-Forwarded-For",
                from);
    }

    private Person.Answer register(String email, String from) {
        return visitor()
                .post(
                        "/api/authentication/register",
                        Json.write(
                                Map.of("email", email, "name", "Ada", "password", Person.PASSWORD)),
                        "X-Forwarded-For",
                        from);
    }

    /** An address that nobody else uses here. */
    private static String address() {
        int number = ADDRESSES.incrementAndGet();
        return "10.0." + number / 250 + "." + number % 250;
    }
}
