package dev.preflight.lab.fetch;

import static dev.preflight.lab.fetch.Rule.ALLOW_HEADERS_VALID;
import static dev.preflight.lab.fetch.Rule.ALLOW_METHODS_VALID;
import static dev.preflight.lab.fetch.Rule.HEADER_ALLOWED;
import static dev.preflight.lab.fetch.Rule.METHOD_ALLOWED;
import static dev.preflight.lab.fetch.Rule.NON_WILDCARD_HEADER_ALLOWED;
import static dev.preflight.lab.fetch.Rule.PREFLIGHT_MAX_AGE;
import static dev.preflight.lab.fetch.Rule.PREFLIGHT_NOT_REDIRECTED;
import static dev.preflight.lab.fetch.Rule.PREFLIGHT_OK_STATUS;

import dev.preflight.lab.fetch.FetchCall.CredentialsMode;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a browser makes of a preflight's answer: Fetch, "CORS-preflight fetch", from its seventh
 * step.
 *
 * @param allowed whether the request may be sent
 * @param maxAge for how many seconds it may be remembered, as the server asks; browsers cap it
 */
public record PreflightVerdict(boolean allowed, List<Step> trace, long maxAge) {

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,18}");
    private static final long DEFAULT_MAX_AGE = 5;

    /** Fetch, "CORS non-wildcard request-header name". */
    private static final String NON_WILDCARD = "authorization";

    /** Judges the answer to what was asked for a page of this origin. */
    public static PreflightVerdict of(
            String origin,
            CredentialsMode credentials,
            Classification.Question asked,
            FetchAnswer answer) {
        List<Step> trace =
                new ArrayList<>(CorsCheck.PREFLIGHT.of(origin, credentials, answer.headers()));
        if (Step.reason(trace).isEmpty()) {
            judgeStatus(answer, trace);
        }
        if (Step.reason(trace).isEmpty()) {
            judgePermissions(credentials == CredentialsMode.INCLUDE, asked, answer, trace);
        }
        if (Step.reason(trace).isPresent()) {
            return new PreflightVerdict(false, List.copyOf(trace), 0);
        }
        String value = HeaderList.value(answer.headers(), "access-control-max-age").orElse(null);
        long maxAge =
                value != null && SECONDS.matcher(value).matches()
                        ? Long.parseLong(value)
                        : DEFAULT_MAX_AGE;
        trace.add(Step.note(PREFLIGHT_MAX_AGE, maxAgeText(maxAge, value)));
        return new PreflightVerdict(true, List.copyOf(trace), maxAge);
    }

    private static String maxAgeText(long maxAge, @Nullable String value) {
        String remembered = "The answer may be remembered for " + maxAge + " seconds";
        if (Long.toString(maxAge).equals(value)) {
            return remembered + ".";
        }
        return remembered
                + ", because Access-Control-Max-Age is "
                + (value == null ? "missing" : "“" + value + "”")
                + ".";
    }

    /** A redirect is one more status that is not ok, and the one that puzzles most. */
    private static void judgeStatus(FetchAnswer answer, List<Step> trace) {
        int status = answer.status();
        if (answer.isRedirect()) {
            trace.add(
                    Step.fail(
                            PREFLIGHT_NOT_REDIRECTED,
                            "The preflight was answered with a redirect, %d, so the request was not sent."
                                    .formatted(status),
                            "A browser does not follow the redirect of a preflight. Often a login"
                                    + " page or a missing slash causes it.",
                            "Call the final address, and answer OPTIONS before any redirect or"
                                    + " login."));
            return;
        }
        trace.add(Step.pass(PREFLIGHT_NOT_REDIRECTED, "The preflight was not redirected."));
        trace.add(
                status >= 200 && status <= 299
                        ? Step.pass(
                                PREFLIGHT_OK_STATUS,
                                "The preflight was answered with " + status + ".")
                        : Step.fail(
                                PREFLIGHT_OK_STATUS,
                                "The preflight was answered with %d, so the request was not sent."
                                        .formatted(status),
                                "Its status has to be one of 200 to 299, whatever its headers say."
                                        + " A preflight carries no cookie and no Authorization, so"
                                        + " a login check refuses it.",
                                "Answer OPTIONS with 204 before routing and login."));
    }

    private static void judgePermissions(
            boolean credentials,
            Classification.Question asked,
            FetchAnswer answer,
            List<Step> trace) {
        String allowMethods =
                HeaderList.value(answer.headers(), "access-control-allow-methods").orElse(null);
        String allowHeaders =
                HeaderList.value(answer.headers(), "access-control-allow-headers").orElse(null);
        Optional<List<String>> methods = tokens(allowMethods);
        Optional<List<String>> headers = tokens(allowHeaders);
        trace.add(
                methods.isPresent()
                        ? Step.pass(
                                ALLOW_METHODS_VALID, "Access-Control-Allow-Methods can be read.")
                        : invalid(
                                ALLOW_METHODS_VALID,
                                quoted("Access-Control-Allow-Methods", allowMethods),
                                "which is no list of methods",
                                "Separate the methods by commas, such as “GET, PUT”."));
        if (methods.isEmpty()) {
            return;
        }
        trace.add(
                headers.isPresent()
                        ? Step.pass(
                                ALLOW_HEADERS_VALID, "Access-Control-Allow-Headers can be read.")
                        : invalid(
                                ALLOW_HEADERS_VALID,
                                quoted("Access-Control-Allow-Headers", allowHeaders),
                                "which is no list of names",
                                "Separate the names by commas, such as “content-type, if-match”."));
        if (headers.isEmpty()) {
            return;
        }
        trace.add(method(asked.method(), methods.get(), allowMethods, credentials));
        Set<String> named =
                headers.get().stream().map(HeaderList::lower).collect(Collectors.toSet());
        // Those that have to be named by their name come first.
        List<String> inOrder =
                asked.headers().stream().sorted((one, other) -> rank(one) - rank(other)).toList();
        for (String name : inOrder) {
            if (Step.reason(trace).isPresent()) {
                return;
            }
            trace.add(header(name, named, allowHeaders, credentials));
        }
    }

    private static int rank(String name) {
        return name.equals(NON_WILDCARD) ? 0 : 1;
    }

    private static Step method(
            String method, List<String> methods, @Nullable String value, boolean credentials) {
        boolean isCovered = !credentials && methods.contains("*");
        if (methods.contains(method) || Methods.isSafelisted(method) || isCovered) {
            return Step.pass(METHOD_ALLOWED, method + " is allowed.");
        }
        String upper = method.toUpperCase(Locale.ROOT);
        return Step.fail(
                METHOD_ALLOWED,
                "%s was not sent: %s."
                        .formatted(method, quoted("Access-Control-Allow-Methods", value)),
                whyNotNamed(
                        value,
                        credentials,
                        method.equals(upper)
                                ? "Each method but GET, HEAD and POST has to be named."
                                : "Methods are compared with upper and lower case; fetch sends “"
                                        + method
                                        + "” as it is written."),
                "%s%s."
                        .formatted(
                                permitting("Access-Control-Allow-Methods", value, method),
                                method.equals(upper)
                                        ? ""
                                        : ", or better, call fetch with " + upper));
    }

    private static Step header(
            String name, Set<String> named, @Nullable String value, boolean credentials) {
        String what =
                "The request was not sent: it has the header %s, and %s."
                        .formatted(name, quoted("Access-Control-Allow-Headers", value));
        String todo = permitting("Access-Control-Allow-Headers", value, name) + ".";
        if (name.equals(NON_WILDCARD)) {
            return named.contains(name)
                    ? Step.pass(
                            NON_WILDCARD_HEADER_ALLOWED,
                            "The header " + name + " is allowed by its name.")
                    : Step.fail(
                            NON_WILDCARD_HEADER_ALLOWED,
                            what,
                            name
                                    + " carries credentials, so it has to be named; “*” does not"
                                    + " cover it.",
                            todo);
        }
        return named.contains(name) || (!credentials && named.contains("*"))
                ? Step.pass(HEADER_ALLOWED, "The header " + name + " is allowed.")
                : Step.fail(
                        HEADER_ALLOWED,
                        what,
                        whyNotNamed(
                                value,
                                credentials,
                                "Each header that needs a preflight has to be named, in any case"
                                        + " of letters."),
                        todo);
    }

    private static Step invalid(Rule rule, String quoted, String which, String todo) {
        return Step.fail(
                rule,
                "The request was not sent: " + quoted + ", " + which + ".",
                "One wrong entry makes the whole answer count for nothing.",
                todo);
    }

    private static Optional<List<String>> tokens(@Nullable String value) {
        return value == null ? Optional.of(List.of()) : HeaderList.tokens(value);
    }

    private static String quoted(String name, @Nullable String value) {
        return value == null
                ? "the answer has no " + name
                : "the answer says “" + name + ": " + value + "”";
    }

    /** What is permitted already has to stay so. */
    private static String permitting(String header, @Nullable String value, String name) {
        return value == null || value.isEmpty()
                ? "Send “%s: %s”".formatted(header, name)
                : "Add %s to it: “%s: %s, %s”".formatted(name, header, value, name);
    }

    private static String whyNotNamed(
            @Nullable String value, boolean credentials, String otherwise) {
        return credentials && value != null && value.contains("*")
                ? "With credentials “*” is a name like any other and does not stand for all."
                : otherwise;
    }
}
