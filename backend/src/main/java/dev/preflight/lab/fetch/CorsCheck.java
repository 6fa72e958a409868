package dev.preflight.lab.fetch;

import static dev.preflight.lab.fetch.Rule.ALLOW_CREDENTIALS_TRUE;
import static dev.preflight.lab.fetch.Rule.ALLOW_ORIGIN_MATCHES;
import static dev.preflight.lab.fetch.Rule.ALLOW_ORIGIN_NOT_WILDCARD;
import static dev.preflight.lab.fetch.Rule.ALLOW_ORIGIN_PRESENT;

import dev.preflight.lab.fetch.FetchCall.CredentialsMode;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Fetch, "CORS check", of a preflight's answer, of each redirect and of the response, step by step.
 * Everything is compared byte for byte.
 */
final class CorsCheck {

    private CorsCheck() {}

    /**
     * The steps, up to the first that fails.
     *
     * @param origin as the Origin header was sent
     */
    public static List<Step> of(
            String origin, CredentialsMode credentials, List<HeaderLine> headers) {
        List<Step> trace = new ArrayList<>();
        String value = HeaderList.value(headers, "access-control-allow-origin").orElse(null);
        trace.add(present(origin, value));
        if (value == null) {
            return trace;
        }
        boolean needsCredentials = credentials == CredentialsMode.INCLUDE;
        trace.add(notWildcard(origin, value, needsCredentials));
        if (Step.reason(trace).isPresent()) {
            return trace;
        }
        trace.add(matches(origin, value));
        if (needsCredentials && Step.reason(trace).isEmpty()) {
            trace.add(
                    allowsCredentials(
                            HeaderList.value(headers, "access-control-allow-credentials")
                                    .orElse(null)));
        }
        return trace;
    }

    private static Step present(String origin, @Nullable String value) {
        return value == null
                ? Step.fail(
                        ALLOW_ORIGIN_PRESENT,
                        "The page may not read the answer, because it has no"
                                + " Access-Control-Allow-Origin.",
                        "A server that says nothing about other origins may not know of them, so"
                                + " the browser protects what it sent. Errors need the header too.",
                        "Let the server send “Access-Control-Allow-Origin: "
                                + origin
                                + "” with every answer, errors too.")
                : Step.pass(ALLOW_ORIGIN_PRESENT, "The answer has Access-Control-Allow-Origin.");
    }

    private static Step notWildcard(String origin, String value, boolean needsCredentials) {
        return value.equals("*") && needsCredentials
                ? Step.fail(
                        ALLOW_ORIGIN_NOT_WILDCARD,
                        "The page may not read the answer, because it allows every origin, “*”,"
                                + " while the request was made with credentials.",
                        "If “*” counted with credentials, every page could read what this person"
                                + " alone may see. The mode decides, also when no cookie exists.",
                        "Send “Access-Control-Allow-Origin: "
                                + origin
                                + "” and “Vary: Origin”, or call fetch without credentials:"
                                + " 'include'.")
                : Step.pass(
                        ALLOW_ORIGIN_NOT_WILDCARD,
                        "Access-Control-Allow-Origin suits the credentials mode.");
    }

    private static Step matches(String origin, String value) {
        return value.equals(origin) || value.equals("*")
                ? Step.pass(
                        ALLOW_ORIGIN_MATCHES,
                        "Access-Control-Allow-Origin is “" + value + "”, which covers the page.")
                : Step.fail(
                        ALLOW_ORIGIN_MATCHES,
                        "The page may not read the answer: it allows “%s”, and the page is “%s”."
                                .formatted(value, origin),
                        whyOther(origin, value),
                        "Send exactly “Access-Control-Allow-Origin: "
                                + origin
                                + "”, once, and “Vary: Origin”.");
    }

    private static Step allowsCredentials(@Nullable String value) {
        return "true".equals(value)
                ? Step.pass(ALLOW_CREDENTIALS_TRUE, "Access-Control-Allow-Credentials is “true”.")
                : Step.fail(
                        ALLOW_CREDENTIALS_TRUE,
                        "The page may not read the answer: the request was made with credentials,"
                                + " and Access-Control-Allow-Credentials is "
                                + (value == null ? "missing" : "“" + value + "”")
                                + ".",
                        "The server has to say that it knows whose data it gives away, with the"
                                + " word “true” in lower case and nothing else.",
                        "Send “Access-Control-Allow-Credentials: true”, or call fetch without"
                                + " credentials: 'include'.");
    }

    private static String whyOther(String origin, String value) {
        if (value.contains(",")) {
            return "The header may name one origin alone; here there are several, or it was sent"
                    + " twice.";
        }
        if (value.equals(origin + "/")) {
            return "An origin has no slash at its end, and the two are compared letter by letter.";
        }
        if (value.toLowerCase(Locale.ROOT).equals(origin.toLowerCase(Locale.ROOT))) {
            return "The two are compared letter by letter, with upper and lower case.";
        }
        if (value.contains("*")) {
            return "A “*” within an origin means nothing; only a lone “*” covers every origin.";
        }
        if (origin.equals("null")) {
            return "The page’s origin is opaque: it is sandboxed, or a redirect between two other"
                    + " origins hid it.";
        }
        return "Scheme, host and port have to be the same; the two are compared letter by letter.";
    }
}
