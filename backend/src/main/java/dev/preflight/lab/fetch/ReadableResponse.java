package dev.preflight.lab.fetch;

import dev.preflight.lab.fetch.FetchCall.CredentialsMode;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a page's JavaScript gets of an answer across origins: the CORS check, and then Fetch, "CORS
 * filtered response"; status 0 and no header where it is kept from reading.
 *
 * @param headers in lower case, each once, sorted
 */
public record ReadableResponse(
        boolean readable, int status, List<String> headers, List<Step> trace) {

    private static final Set<String> SAFELISTED =
            Set.of(
                    "cache-control",
                    "content-language",
                    "content-length",
                    "content-type",
                    "expires",
                    "last-modified",
                    "pragma");

    /** Judges an answer for a page of this origin. */
    public static ReadableResponse of(
            String origin, CredentialsMode credentials, FetchAnswer answer) {
        List<Step> trace =
                new ArrayList<>(CorsCheck.RESPONSE.of(origin, credentials, answer.headers()));
        if (Step.reason(trace).isPresent()) {
            return new ReadableResponse(false, 0, List.of(), List.copyOf(trace));
        }
        boolean withCredentials = credentials == CredentialsMode.INCLUDE;
        Set<String> names = names(answer);
        Set<String> exposed = new TreeSet<>(SAFELISTED);
        HeaderList.value(answer.headers(), "access-control-expose-headers")
                .ifPresent(value -> expose(value, withCredentials, names, exposed, trace));
        List<String> readable = names.stream().filter(exposed::contains).toList();
        names.stream()
                .filter(name -> !exposed.contains(name))
                .forEach(name -> trace.add(hidden(name)));
        return new ReadableResponse(true, answer.status(), readable, List.copyOf(trace));
    }

    /** Fetch, "CORS-exposed header-name list". */
    private static void expose(
            String value,
            boolean withCredentials,
            Set<String> names,
            Set<String> exposed,
            List<Step> trace) {
        List<String> list = HeaderList.tokens(value).orElse(null);
        if (list == null) {
            trace.add(
                    Step.note(
                            Rule.EXPOSE_HEADERS_INVALID,
                            "“Access-Control-Expose-Headers: "
                                    + value
                                    + "” is no list of names, so it shows the page nothing more."));
            return;
        }
        if (!list.contains("*")) {
            list.forEach(name -> exposed.add(HeaderList.lower(name)));
            return;
        }
        if (!withCredentials) {
            exposed.addAll(names);
            return;
        }
        trace.add(
                Step.note(
                        Rule.EXPOSE_WILDCARD_LITERAL,
                        "With credentials “*” in Access-Control-Expose-Headers is a name like any"
                                + " other, so it shows the page nothing more."));
        list.forEach(name -> exposed.add(HeaderList.lower(name)));
    }

    /** Fetch, "forbidden response-header name": these are in no filtered response. */
    private static Set<String> names(FetchAnswer answer) {
        return answer.headers().stream()
                .map(header -> HeaderList.lower(header.name()))
                .filter(name -> !name.equals("set-cookie") && !name.equals("set-cookie2"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Step hidden(String name) {
        return Step.note(
                Rule.HEADER_HIDDEN,
                "The header %s is kept from the page; “Access-Control-Expose-Headers: %s” would show it."
                        .formatted(name, name));
    }
}
