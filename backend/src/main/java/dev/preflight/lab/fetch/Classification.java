package dev.preflight.lab.fetch;

import dev.preflight.crossorigin.policy.ForbiddenNames;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a browser treats a call of {@code fetch} before anything is sent: Fetch, "Request
 * constructor" and the part of "main fetch" that chooses how to fetch.
 *
 * @param method as it is sent
 * @param headers what is sent of the page's headers, with the Content-Type that the body brings
 * @param construction the steps by which {@code fetch} takes the call or refuses it
 * @param need the steps by which it needs a preflight or none; those that fail are why
 * @param preflight what it asks; null if there is none
 */
public record Classification(
        Outcome outcome,
        String method,
        List<HeaderLine> headers,
        List<Step> construction,
        List<Step> need,
        @Nullable Question preflight) {

    /** What becomes of the call. */
    public enum Outcome {
        /** {@code fetch} refuses it, and nothing is sent. */
        TYPE_ERROR,
        /** CORS has no say. */
        SAME_ORIGIN,
        /** The server decides. */
        CORS
    }

    /**
     * What a preflight asks.
     *
     * @param headers the CORS-unsafe names, in lower case, each once, sorted
     */
    public record Question(String method, List<String> headers) {}

    /** Judges a call. */
    public static Classification of(FetchCall call) {
        String method = Methods.normalize(call.method());
        List<Step> construction = new ArrayList<>();
        List<HeaderLine> headers = new ArrayList<>();
        construct(call, method, construction, headers);
        if (Step.reason(construction).isPresent()) {
            return new Classification(
                    Outcome.TYPE_ERROR, method, headers, construction, List.of(), null);
        }
        boolean sameOrigin = origin(call.url()).equals(origin(call.origin()));
        construction.add(target(call, sameOrigin));
        if (sameOrigin) {
            return new Classification(
                    Outcome.SAME_ORIGIN, method, headers, construction, List.of(), null);
        }
        SafelistedHeaders.Unsafe unsafe = SafelistedHeaders.find(headers);
        List<Step> need = need(call, method, unsafe);
        Question question =
                Step.reason(need).isPresent() ? new Question(method, unsafe.names()) : null;
        return new Classification(
                Outcome.CORS, method, headers, construction, List.copyOf(need), question);
    }

    private static void construct(
            FetchCall call, String method, List<Step> trace, List<HeaderLine> sent) {
        trace.add(url(call.url()));
        trace.add(method(call.method(), method));
        trace.add(notForbidden(method));
        if (!method.equals(call.method())) {
            trace.add(
                    Step.note(
                            Rule.METHOD_NORMALIZED,
                            "fetch sends the method “%s” as %s.".formatted(call.method(), method)));
        }
        for (HeaderLine header : call.headers()) {
            HeaderLine line = new HeaderLine(header.name(), HeaderList.normalize(header.value()));
            trace.add(header(line));
            if (HeaderList.isForbidden(line)) {
                trace.add(
                        Step.note(
                                Rule.HEADER_DROPPED,
                                "The header %s is left out, because only the browser may set it."
                                        .formatted(line.name())));
            } else {
                sent.add(line);
            }
        }
        FetchCall.Body body = call.body();
        if (body == null) {
            return;
        }
        trace.add(body(method));
        String type = body.contentType();
        if (type != null && HeaderList.value(sent, "content-type").isEmpty()) {
            sent.add(new HeaderLine("Content-Type", type));
        }
    }

    private static List<Step> need(FetchCall call, String method, SafelistedHeaders.Unsafe unsafe) {
        List<Step> need = new ArrayList<>();
        need.add(
                Methods.isSafelisted(method)
                        ? Step.pass(Rule.SAFELISTED_METHOD, method + " needs no preflight.")
                        : Step.fail(
                                Rule.SAFELISTED_METHOD,
                                "There is a preflight, because of the method " + method + ".",
                                SafelistedHeaders.LIKE_A_FORM
                                        + " Only GET, HEAD and POST go without.",
                                SafelistedHeaders.ANSWER_IT
                                        + ": Access-Control-Allow-Methods: "
                                        + method
                                        + "."));
        need.addAll(unsafe.trace());
        if (call.body() != null) {
            need.add(
                    call.body().stream()
                            ? Step.fail(
                                    Rule.BODY_KNOWN_LENGTH,
                                    "There is a preflight, because the body is a stream.",
                                    SafelistedHeaders.LIKE_A_FORM
                                            + " A form’s body has an end that is known.",
                                    SafelistedHeaders.ANSWER_IT
                                            + ". Chromium sends streams over HTTP/2 only.")
                            : Step.pass(
                                    Rule.BODY_KNOWN_LENGTH,
                                    "The body’s length is known before it is sent."));
        }
        return need;
    }

    private static Step url(String url) {
        return isUsable(url)
                ? Step.pass(Rule.URL_USABLE, url + " is an address that fetch can call.")
                : Step.fail(
                        Rule.URL_USABLE,
                        "fetch refuses the address %s, and nothing is sent."
                                .formatted(withoutUserinfo(url)),
                        "It takes a whole http or https address without a user name and password in"
                                + " it.",
                        "Write the address with its scheme and host, and send a password in a"
                                + " header or the body.");
    }

    private static Step method(String written, String method) {
        return HeaderList.isToken(written)
                ? Step.pass(Rule.METHOD_VALID, method + " is a method’s name.")
                : Step.fail(
                        Rule.METHOD_VALID,
                        "fetch refuses “" + method + "” as a method, and nothing is sent.",
                        "A method is one word of letters, digits and a few signs.",
                        "Remove spaces and special characters.");
    }

    private static Step notForbidden(String method) {
        return ForbiddenNames.isMethod(method)
                ? Step.fail(
                        Rule.METHOD_NOT_FORBIDDEN,
                        "fetch refuses " + method + ", and nothing is sent.",
                        "CONNECT, TRACE and TRACK would let a page see headers that are kept from"
                                + " it.",
                        "Use another method.")
                : Step.pass(Rule.METHOD_NOT_FORBIDDEN, "A page may use " + method + ".");
    }

    private static Step header(HeaderLine header) {
        return HeaderList.isToken(header.name()) && HeaderList.isValue(header.value())
                ? Step.pass(Rule.HEADER_VALID, header.name() + " is a header that can be sent.")
                : Step.fail(
                        Rule.HEADER_VALID,
                        "fetch refuses the header “" + header.name() + "”, and nothing is sent.",
                        "A name is one word of letters, digits and a few signs; a value holds no"
                                + " line break and no character beyond Latin-1.",
                        "Correct the name, or encode the value, for example with"
                                + " encodeURIComponent.");
    }

    private static Step body(String method) {
        return Methods.isRepeatable(method)
                ? Step.fail(
                        Rule.BODY_ALLOWED,
                        "fetch refuses a body with " + method + ", and nothing is sent.",
                        "GET and HEAD ask for something and carry no body.",
                        "Put the values into the address, or use POST.")
                : Step.pass(Rule.BODY_ALLOWED, "A " + method + " may have a body.");
    }

    private static Step target(FetchCall call, boolean sameOrigin) {
        String target = origin(call.url()).orElse("null");
        String page = call.origin().equals("null") ? "an opaque origin" : call.origin();
        return Step.note(
                Rule.REQUEST_TARGET,
                sameOrigin
                        ? "The page and the server are both at " + target + ", so CORS has no say."
                        : "The page is at %s and calls %s, another origin."
                                .formatted(page, target));
    }

    private static boolean isUsable(String url) {
        try {
            URI uri = new URI(url);
            return uri.getUserInfo() == null && origin(url).isPresent();
        } catch (URISyntaxException unusable) {
            return false;
        }
    }

    /** A password in an address is a password. */
    private static String withoutUserinfo(String url) {
        return url.replaceFirst("//[^/?#]*@", "//");
    }

    /**
     * The origin of an http or https address, as it serialises (HTML, "origin"): the host in lower
     * case, and no port where it is the scheme's own.
     */
    public static Optional<String> origin(String url) {
        try {
            URI uri = new URI(url);
            String scheme = uri.getScheme() == null ? "" : HeaderList.lower(uri.getScheme());
            int ownPort = scheme.equals("https") ? 443 : scheme.equals("http") ? 80 : -1;
            if (ownPort == -1 || uri.getHost() == null || uri.getPort() > 65_535) {
                return Optional.empty();
            }
            boolean isOwn = uri.getPort() == -1 || uri.getPort() == ownPort;
            String port = isOwn ? "" : ":" + uri.getPort();
            return Optional.of(scheme + "://" + HeaderList.lower(uri.getHost()) + port);
        } catch (URISyntaxException noAddress) {
            return Optional.empty();
        }
    }
}
