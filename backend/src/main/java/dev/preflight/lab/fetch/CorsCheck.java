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
enum CorsCheck {
    /** Of a preflight's answer, which no page ever reads: a failure keeps the request unsent. */
    PREFLIGHT(
            "The request was not sent",
            "the preflight’s answer",
            "the browser sends it nothing that a form could not send.",
            "that to OPTIONS too."),

    /** Of the answer that the page asked for. */
    RESPONSE(
            "The page may not read the answer",
            "the answer",
            "the browser protects what it sent. Errors need the header too.",
            "errors too.");

    private final String refusal;
    private final String answer;
    private final String caution;
    private final String extent;

    CorsCheck(String refusal, String answer, String caution, String extent) {
        this.refusal = refusal;
        this.answer = answer;
        this.caution = caution;
        this.extent = extent;
    }

    /**
     * The steps, up to the first that fails.
     *
     * @param origin as the Origin header was sent
     */
    List<Step> of(String origin, CredentialsMode credentials, List<HeaderLine> headers) {
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

    private Step present(String origin, @Nullable String value) {
        return value == null
                ? Step.fail(
                        ALLOW_ORIGIN_PRESENT,
                        refusal + ", because " + answer + " has no Access-Control-Allow-Origin.",
                        "A server that says nothing about other origins may not know of them, so "
                                + caution,
                        "Let the server send “Access-Control-Allow-Origin: "
                                + origin
                                + "” with every answer, "
                                + extent)
                : Step.pass(ALLOW_ORIGIN_PRESENT, "The answer has Access-Control-Allow-Origin.");
    }

    private Step notWildcard(String origin, String value, boolean needsCredentials) {
        return value.equals("*") && needsCredentials
                ? Step.fail(
                        ALLOW_ORIGIN_NOT_WILDCARD,
                        refusal
                                + ", because "
                                + answer
                                + " allows every origin, “*”, while the page calls with"
                                + " credentials.",
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

    private Step matches(String origin, String value) {
        return value.equals(origin) || value.equals("*")
                ? Step.pass(
                        ALLOW_ORIGIN_MATCHES,
                        "Access-Control-Allow-Origin is “" + value + "”, which covers the page.")
                : Step.fail(
                        ALLOW_ORIGIN_MATCHES,
                        "%s: %s allows “%s”, and the page is “%s”."
                                .formatted(refusal, answer, value, origin),
                        whyOther(origin, value),
                        "Send exactly “Access-Control-Allow-Origin: "
                                + origin
                                + "”, once, and “Vary: Origin”.");
    }

    private Step allowsCredentials(@Nullable String value) {
        return "true".equals(value)
                ? Step.pass(ALLOW_CREDENTIALS_TRUE, "Access-Control-Allow-Credentials is “true”.")
                : Step.fail(
                        ALLOW_CREDENTIALS_TRUE,
                        refusal
                                + ": the page calls with credentials, and in "
                                + answer
                                + " Access-Control-Allow-Credentials is "
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
