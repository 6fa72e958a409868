package dev.preflight.crossorigin.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Set;

class OriginVerdictTest {

    private static final Callers CALLERS =
            new Callers(
                    "https://api.example.com",
                    Set.of("https://app.example.com", "http://localhost:5173"));

    private static final RequestFacts POST = request("POST");

    private static RequestFacts request(String method) {
        return new RequestFacts(method, List.of(), List.of(), false, true, false, List.of());
    }

    private static RequestFacts from(
            RequestFacts request, List<String> origins, List<String> fetchSites) {
        return new RequestFacts(
                request.method(),
                origins,
                fetchSites,
                request.opensWebSocket(),
                request.carriesSession(),
                request.hasBody(),
                request.contentTypes());
    }

    private static RequestFacts withBody(String... contentTypes) {
        return new RequestFacts(
                "POST",
                List.of("https://app.example.com"),
                List.of(),
                false,
                true,
                true,
                List.of(contentTypes));
    }

    private static OriginVerdict verdict(RequestFacts request) {
        return OriginVerdict.of(request, CALLERS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    https://api.example.com  | -           | OWN_ORIGIN
                    https://api.example.com  | same-origin | OWN_ORIGIN
                    https://api.example.com  | cross-site  | OWN_ORIGIN
                    https://app.example.com  | -           | CLIENT_ORIGIN
                    https://app.example.com  | same-site   | CLIENT_ORIGIN
                    http://localhost:5173    | cross-site  | CLIENT_ORIGIN
                    -                        | same-origin | SAME_ORIGIN_FETCH
                    -                        | none        | PERSON
                    """)
    void allowsWhatComesFromHereOrFromAClient(
            @Nullable String origin, @Nullable String fetchSite, GuardRule rule) {
        assertThat(verdict(from(POST, list(origin), list(fetchSite))))
                .isInstanceOf(OriginVerdict.Allowed.class)
                .extracting(OriginVerdict::rule)
                .isEqualTo(rule);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    https://evil.example      | -            | FOREIGN_ORIGIN
                    https://evil.example      | same-origin  | FOREIGN_ORIGIN
                    null                      | -            | FOREIGN_ORIGIN
                    ''                        | -            | FOREIGN_ORIGIN
                    https://APP.example.com   | -            | FOREIGN_ORIGIN
                    https://app.example.com/  | -            | FOREIGN_ORIGIN
                    http://api.example.com    | -            | FOREIGN_ORIGIN
                    https://app.example.com   | same-origin  | CONTRADICTION
                    -                         | same-site    | FOREIGN_FETCH_SITE
                    -                         | cross-site   | FOREIGN_FETCH_SITE
                    -                         | future-value | FOREIGN_FETCH_SITE
                    -                         | Same-Origin  | FOREIGN_FETCH_SITE
                    -                         | ''           | FOREIGN_FETCH_SITE
                    -                         | -            | UNKNOWN_SOURCE
                    """)
    void refusesWhatComesFromElsewhere(
            @Nullable String origin, @Nullable String fetchSite, GuardRule rule) {
        assertThat(verdict(from(POST, list(origin), list(fetchSite))))
                .isInstanceOf(OriginVerdict.Refused.class)
                .extracting(OriginVerdict::rule)
                .isEqualTo(rule);
    }

    private static List<String> list(@Nullable String value) {
        return value == null ? List.of() : List.of(value);
    }

    @Test
    void refusesSeveralOriginsAndSeveralFetchSites() {
        String own = "https://api.example.com";

        assertThat(verdict(from(POST, List.of(own, own), List.of())).rule())
                .isEqualTo(GuardRule.SEVERAL_ORIGINS);
        assertThat(verdict(from(POST, List.of(), List.of("same-origin", "none"))).rule())
                .isEqualTo(GuardRule.SEVERAL_FETCH_SITES);
        assertThat(
                        verdict(
                                        from(
                                                POST,
                                                List.of("https://app.example.com"),
                                                List.of("cross-site", "same-origin")))
                                .rule())
                .isEqualTo(GuardRule.CONTRADICTION);
    }

    @Test
    void letsAProgramWithoutASessionPass() {
        RequestFacts request =
                new RequestFacts("POST", List.of(), List.of(), false, false, false, List.of());

        assertThat(verdict(request))
                .isInstanceOf(OriginVerdict.Allowed.class)
                .extracting(OriginVerdict::rule)
                .isEqualTo(GuardRule.NO_SESSION);
    }

    @Test
    void tellsAProgramWithASessionWhichHeaderToAdd() {
        assertThat(verdict(POST))
                .isInstanceOfSatisfying(
                        OriginVerdict.Refused.class,
                        refused ->
                                assertThat(refused.reason())
                                        .contains(
                                                "add the header Origin: https://api.example.com."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "OPTIONS"})
    void doesNotAskWhereAMethodWithoutEffectsComesFrom(String method) {
        RequestFacts request =
                from(request(method), List.of("https://evil.example"), List.of("cross-site"));

        assertThat(verdict(request))
                .isInstanceOf(OriginVerdict.Allowed.class)
                .extracting(OriginVerdict::rule)
                .isEqualTo(GuardRule.SAFE_METHOD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST",
                "PUT",
                "PATCH",
                "DELETE",
                "TRACE",
                "TRACK",
                "CONNECT",
                "PURGE",
                "get",
                "",
                "QUERY",
                "PROPFIND"
            })
    void asksWhereEveryOtherMethodComesFrom(String method) {
        RequestFacts request = from(request(method), List.of("https://evil.example"), List.of());

        assertThat(verdict(request)).isInstanceOf(OriginVerdict.Refused.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    https://evil.example    | FOREIGN_ORIGIN
                    null                    | FOREIGN_ORIGIN
                    https://api.example.com | OWN_ORIGIN
                    https://app.example.com | CLIENT_ORIGIN
                    """)
    void asksWhereAWebSocketComesFrom(String origin, GuardRule rule) {
        RequestFacts request =
                new RequestFacts("GET", List.of(origin), List.of(), true, true, false, List.of());

        assertThat(verdict(request).rule()).isEqualTo(rule);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "Application/JSON",
                "application/json;charset=utf-8",
                "application/json; charset=UTF-8",
                "application/json ; Charset=\"utf-8\""
            })
    void acceptsJson(String contentType) {
        assertThat(verdict(withBody(contentType))).isInstanceOf(OriginVerdict.Allowed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text/plain",
                "text/plain;charset=UTF-8",
                "text/plain; application/json",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/jsonx",
                "application/json-patch+json",
                "application/problem+json",
                "application/json, text/plain",
                "text/plain, application/json",
                "application/json; charset=utf-16",
                "application/json; charset=utf-8; charset=utf-7",
                "application/json; boundary=x",
                "application/json;",
                "application/csp-report",
                "application/reports+json"
            })
    void refusesEveryOtherBody(String contentType) {
        assertThat(verdict(withBody(contentType)))
                .isInstanceOf(OriginVerdict.Refused.class)
                .extracting(OriginVerdict::rule)
                .isEqualTo(GuardRule.NOT_JSON);
    }

    @Test
    void refusesABodyWithoutATypeOrWithTwo() {
        assertThat(verdict(withBody()).rule()).isEqualTo(GuardRule.NOT_JSON);
        assertThat(verdict(withBody("application/json", "application/json")).rule())
                .isEqualTo(GuardRule.NOT_JSON);
    }

    @Test
    void asksForNoTypeWithoutABody() {
        RequestFacts request =
                new RequestFacts(
                        "POST",
                        List.of("https://app.example.com"),
                        List.of(),
                        false,
                        true,
                        false,
                        List.of("text/plain"));

        assertThat(verdict(request)).isInstanceOf(OriginVerdict.Allowed.class);
    }

    @Test
    void refusesAForeignOriginBeforeItLooksAtTheBody() {
        RequestFacts request =
                new RequestFacts(
                        "POST",
                        List.of("https://evil.example"),
                        List.of(),
                        false,
                        false,
                        true,
                        List.of("text/plain"));

        assertThat(verdict(request).rule()).isEqualTo(GuardRule.FOREIGN_ORIGIN);
    }

    @ParameterizedTest
    @EnumSource(GuardRule.class)
    void givesEveryRuleAnIdThatFitsIntoALogLine(GuardRule rule) {
        assertThat(rule.id()).matches("[a-z]+(-[a-z]+)*");
    }
}
