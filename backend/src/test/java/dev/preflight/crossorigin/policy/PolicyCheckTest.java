package dev.preflight.crossorigin.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.preflight.crossorigin.policy.PolicyConfiguration.Clients;
import dev.preflight.crossorigin.policy.PolicyConfiguration.Listener;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;
import java.util.Set;

class PolicyCheckTest {

    private static final String HOME = "http://localhost:8080";
    private static final String PUBLIC = "https://api.example.com";

    @Test
    void findsNothingWrongAtHomeAndInPublic() {
        assertThat(PolicyCheck.check(at(HOME, "Lax", client("http://localhost:5173")))).isEmpty();
        assertThat(PolicyCheck.check(at(PUBLIC, "Lax", client("https://app.example.com"))))
                .isEmpty();
        assertThat(PolicyCheck.check(at(PUBLIC, "Strict", client("https://example.com"))))
                .isEmpty();
        assertThat(PolicyCheck.check(at(HOME, "Lax", client()))).isEmpty();
        assertThat(PolicyCheck.check(at(HOME, "Lax", client("")))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    nonsense                     | PUBLIC_URL
                    ''                           | PUBLIC_URL
                    https://api.example.com/v1   | PUBLIC_URL
                    https://api.example.com?x    | PUBLIC_URL
                    https://u@api.example.com    | PUBLIC_URL
                    ftp://api.example.com        | PUBLIC_URL
                    http://api.example.com       | PUBLIC_URL_INSECURE
                    http://192.168.1.10:8080     | PUBLIC_URL_INSECURE
                    """)
    void refusesAPublicUrlThatIsNoneOrNotSafe(String url, PolicyRule rule) {
        assertThat(mistakes(at(url, "Lax", client()))).containsExactly(rule);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    HTTPS://API.example.com:443/ | https://api.example.com
                    http://localhost:80          | http://localhost
                    http://[::1]:8080/           | http://[::1]:8080
                    https://my_api.example.com   | https://my_api.example.com
                    """)
    void readsAPublicUrlThatIsWrittenMoreFreely(String url, String origin) {
        assertThat(at(url, "Lax", client()).ownOrigin().map(Origin::serialized)).contains(origin);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    http://localhost:8080    | http://127.0.0.1:5173      | Lax
                    http://localhost:8080    | http://127.0.0.1:5173      | Strict
                    http://a.localhost:8080  | http://b.localhost:5173    | Lax
                    http://localhost:8080    | https://localhost:5173     | Lax
                    http://localhost:8080    | https://app.example.com    | lax
                    https://api.example.com  | https://app.example.org    | Lax
                    https://me.github.io     | https://you.github.io      | Lax
                    """)
    void saysThatNobodyCouldLogInFromAnotherSite(String url, String origin, String sameSite) {
        List<Finding> found = PolicyCheck.check(at(url, sameSite, client(origin)));

        assertThat(found)
                .singleElement()
                .satisfies(
                        finding -> {
                            assertThat(finding.rule()).isEqualTo(PolicyRule.COOKIE_NEVER_SENT);
                            assertThat(finding.isMistake()).isTrue();
                            assertThat(finding.sentence())
                                    .startsWith("PREFLIGHT_COOKIE_SAME_SITE is " + sameSite)
                                    .contains("Write PREFLIGHT_COOKIE_SAME_SITE=None");
                        });
    }

    @Test
    void warnsOfWhatNoneMeansButStarts() {
        assertThat(PolicyCheck.check(at(PUBLIC, "None", client("https://app.example.org"))))
                .noneMatch(Finding::isMistake)
                .extracting(Finding::rule)
                .containsExactly(PolicyRule.COOKIE_THIRD_PARTY);
        assertThat(PolicyCheck.check(at(HOME, "None", client("http://localhost:5173"))))
                .noneMatch(Finding::isMistake)
                .extracting(Finding::rule)
                .containsExactly(PolicyRule.COOKIE_REFUSED_BY_SAFARI);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Sometimes", " Lax", "none;"})
    void refusesASameSiteThatBrowsersDoNotKnow(String sameSite) {
        assertThat(mistakes(at(HOME, sameSite, client())))
                .containsExactly(PolicyRule.COOKIE_SAME_SITE);
    }

    @Test
    void refusesLoopbackAndPlainHttpOnAPublicServer() {
        assertThat(
                        PolicyCheck.check(
                                at(
                                        PUBLIC,
                                        "Lax",
                                        client(
                                                "http://localhost:5173",
                                                "https://localhost",
                                                "http://app.example.com:8080",
                                                "https://example.com"))))
                .extracting(Finding::rule)
                .startsWith(
                        PolicyRule.ORIGIN_LOOPBACK_IN_PUBLIC,
                        PolicyRule.ORIGIN_LOOPBACK_IN_PUBLIC,
                        PolicyRule.ORIGIN_INSECURE);
    }

    @Test
    void givesEachMistakeTheWholeLineToWriteInstead() {
        assertThat(
                        PolicyCheck.check(
                                at(
                                        PUBLIC,
                                        "Lax",
                                        client(
                                                "https://App.example.com/",
                                                "http://localhost:5173",
                                                "http://example.com"))))
                .filteredOn(finding -> finding.key().equals("PREFLIGHT_CLIENT_ORIGINS"))
                .hasSize(3)
                .allSatisfy(
                        finding ->
                                assertThat(finding.instead())
                                        .isEqualTo(
                                                "Write PREFLIGHT_CLIENT_ORIGINS="
                                                        + "https://app.example.com,"
                                                        + "https://example.com"));
    }

    @Test
    void findsWhatIsWrongBehindWhatIsWrong() {
        assertThat(
                        mistakes(
                                at(
                                        PUBLIC,
                                        "Lax",
                                        client(" HTTP://LOCALHOST:80/", "http://App.example.org"))))
                .containsExactly(
                        PolicyRule.ORIGIN_FORM,
                        PolicyRule.ORIGIN_LOOPBACK_IN_PUBLIC,
                        PolicyRule.ORIGIN_FORM,
                        PolicyRule.ORIGIN_INSECURE,
                        PolicyRule.COOKIE_NEVER_SENT);
    }

    @Test
    void neverShowsAPassword() {
        assertThat(PolicyCheck.check(at(HOME, "Lax", client("http://me:secret@localhost:5173"))))
                .singleElement()
                .extracting(Finding::sentence)
                .asString()
                .doesNotContain("secret")
                .contains("PREFLIGHT_CLIENT_ORIGINS=http://localhost:5173");
    }

    @Test
    void refusesDuplicatesAndStrayCommas() {
        assertThat(
                        mistakes(
                                at(
                                        HOME,
                                        "Lax",
                                        client(
                                                "http://localhost:5173",
                                                "",
                                                "http://localhost:5173"))))
                .containsExactly(PolicyRule.ORIGIN_INVALID, PolicyRule.ORIGIN_TWICE);
    }

    @Test
    void refusesEntriesThatWouldLetEveryOriginIn() {
        Clients web =
                new Clients(
                        "web",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("https://.*"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        true,
                        Optional.empty(),
                        Set.of("alowed-origins", "max-age"));

        assertThat(mistakes(at(HOME, "Lax", client(), web)))
                .containsExactly(
                        PolicyRule.EVERY_ORIGIN, PolicyRule.ORIGIN_PATTERN, PolicyRule.UNKNOWN_KEY);
    }

    @Test
    void namesTheVariableThatMakesSuchEntriesOnce() {
        Clients ghost =
                new Clients(
                        "client-max",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        true,
                        Optional.empty(),
                        Set.of("age"));
        PolicyConfiguration configuration = at(HOME, "Lax", client(), ghost);
        PolicyConfiguration withVariable =
                new PolicyConfiguration(
                        configuration.publicUrl(),
                        configuration.environments(),
                        configuration.listeners(),
                        configuration.cookieSameSite(),
                        configuration.trustedProxies(),
                        true,
                        configuration.clients(),
                        Set.of("MICRONAUT_SERVER_CORS_CONFIGURATIONS_CLIENT_MAX_AGE"));

        assertThat(PolicyCheck.check(withVariable))
                .singleElement()
                .satisfies(
                        finding -> {
                            assertThat(finding.rule()).isEqualTo(PolicyRule.EVERY_ORIGIN);
                            assertThat(finding.key())
                                    .isEqualTo(
                                            "MICRONAUT_SERVER_CORS_CONFIGURATIONS_CLIENT_MAX_AGE");
                        });
    }

    @Test
    void toleratesAtHomeWhatOnlyBlocksAndRefusesItInPublic() {
        List<PolicyRule> blocking = List.of(PolicyRule.CORS_OFF, PolicyRule.CREDENTIALS_OFF);

        assertThat(mistakes(blocking(HOME, "http://localhost:5173"))).isEmpty();
        assertThat(mistakes(blocking(PUBLIC, "https://app.example.com")))
                .containsExactlyElementsOf(blocking);
        assertThat(PolicyCheck.check(blocking(HOME, "http://localhost:5173")))
                .extracting(Finding::rule)
                .endsWith(PolicyRule.CORS_OFF, PolicyRule.CREDENTIALS_OFF);
    }

    @Test
    void warnsOfWhatItsOwnClientNeedsAndStarts() {
        assertThat(PolicyCheck.check(blocking(PUBLIC, "https://app.example.com")))
                .filteredOn(finding -> finding.rule() == PolicyRule.NAME_NEEDED)
                .noneMatch(Finding::isMistake)
                .extracting(Finding::sentence)
                .satisfiesExactly(
                        methods ->
                                assertThat(methods)
                                        .contains(".allowed-methods lacks POST, PATCH, DELETE: ")
                                        .endsWith(": [GET, POST, PATCH, DELETE]."),
                        headers ->
                                assertThat(headers)
                                        .endsWith(".allowed-headers: [Content-Type, If-Match]."),
                        exposed ->
                                assertThat(exposed)
                                        .endsWith(".exposed-headers: [ETag, Retry-After]."));
    }

    private static PolicyConfiguration blocking(String url, String origin) {
        Clients clients =
                new Clients(
                        "client",
                        Optional.of("PREFLIGHT_CLIENT_ORIGINS"),
                        Optional.of(List.of(origin)),
                        Optional.empty(),
                        Optional.of(List.of("GET")),
                        Optional.of(List.of()),
                        Optional.empty(),
                        false,
                        Optional.of("-1"),
                        Set.of());
        return new PolicyConfiguration(
                url, Set.of(), List.of(), "Lax", "", false, List.of(clients), Set.of());
    }

    @Test
    void refusesNamesThatMicronautWouldTakeForEverything() {
        Clients clients =
                new Clients(
                        "client",
                        Optional.empty(),
                        Optional.of(List.of("http://localhost:5173")),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        true,
                        Optional.of("soon"),
                        Set.of());

        assertThat(mistakes(at(HOME, "Lax", clients)))
                .containsExactly(
                        PolicyRule.LIST_MISSING, PolicyRule.LIST_MISSING, PolicyRule.MAX_AGE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    two hours            | two hours
                    7200s                | 7200s
                    1.5                  | 1.5
                    ''                   | empty
                    ' '                  | " "
                    86401                | 86401
                    -2                   | -2
                    99999999999999999999 | 99999999999999999999
                    """)
    void saysWhatIsWrongWithAMaxAgeAndWhatToWrite(String maxAge, String shown) {
        Clients clients =
                new Clients(
                        "client",
                        Optional.empty(),
                        Optional.of(List.of("http://localhost:5173")),
                        Optional.empty(),
                        Optional.of(List.of("GET", "POST", "PATCH", "DELETE")),
                        Optional.of(List.of("Content-Type", "If-Match")),
                        Optional.of(List.of("ETag", "Retry-After")),
                        true,
                        Optional.of(maxAge),
                        Set.of());

        assertThat(PolicyCheck.check(at(HOME, "Lax", clients)))
                .extracting(Finding::sentence)
                .singleElement()
                .satisfies(
                        sentence -> {
                            assertThat(sentence)
                                    .contains(".client.max-age is " + shown + ": ", "at most 86400")
                                    .endsWith(".client.max-age: 7200.");
                        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"patch", "get", "PURGE", "trace", "CONNECT", "GET POST"})
    void refusesMethodsThatNoPageOrNoServerKnows(String method) {
        Clients clients =
                new Clients(
                        "client",
                        Optional.empty(),
                        Optional.of(List.of("http://localhost:5173")),
                        Optional.empty(),
                        Optional.of(List.of("GET", "POST", "PATCH", "DELETE", method)),
                        Optional.of(List.of("Content-Type", "If-Match")),
                        Optional.of(List.of("ETag", "Retry-After")),
                        true,
                        Optional.empty(),
                        Set.of());

        assertThat(mistakes(at(HOME, "Lax", clients))).containsExactly(PolicyRule.METHOD_UNKNOWN);
    }

    @Test
    void refusesTheDevelopmentEnvironmentInPublicAndAListenerBeyondHome() {
        PolicyConfiguration published =
                new PolicyConfiguration(
                        PUBLIC,
                        Set.of("dev"),
                        List.of(new Listener("a.host", Optional.of("0.0.0.0"))),
                        "Lax",
                        "",
                        true,
                        List.of(),
                        Set.of());
        PolicyConfiguration open =
                new PolicyConfiguration(
                        HOME,
                        Set.of("dev"),
                        List.of(new Listener("a.host", Optional.of("0.0.0.0"))),
                        "Lax",
                        "10.0.0.0/33",
                        true,
                        List.of(),
                        Set.of());

        assertThat(mistakes(published)).containsExactly(PolicyRule.DEVELOPMENT_IN_PUBLIC);
        assertThat(mistakes(open))
                .containsExactly(PolicyRule.LISTENS_BEYOND_HOME, PolicyRule.TRUSTED_PROXIES);
    }

    private static List<PolicyRule> mistakes(PolicyConfiguration configuration) {
        return PolicyCheck.check(configuration).stream()
                .filter(Finding::isMistake)
                .map(Finding::rule)
                .toList();
    }

    private static Clients client(String... origins) {
        return new Clients(
                "client",
                Optional.of("PREFLIGHT_CLIENT_ORIGINS"),
                Optional.of(List.of(origins)),
                Optional.empty(),
                Optional.of(List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE")),
                Optional.of(List.of("Content-Type", "If-Match")),
                Optional.of(List.of("ETag", "Retry-After")),
                true,
                Optional.of("7200"),
                Set.of("allowed-origins"));
    }

    private static PolicyConfiguration at(String url, String sameSite, Clients... clients) {
        return new PolicyConfiguration(
                url, Set.of(), List.of(), sameSite, "", true, List.of(clients), Set.of());
    }
}
