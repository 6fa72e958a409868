package dev.preflight.crossorigin.guard;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether a request may reach a handler, and which rule decided.
 *
 * <p>CORS keeps a foreign page from reading an answer, but a simple request has run by then (Fetch,
 * "CORS protocol"); and a cookie says whose browser sends a request, not whose page. So a request
 * that may change something has to say where it comes from, in headers that pages cannot forge.
 */
public sealed interface OriginVerdict {

    /** The rule that decided. */
    GuardRule rule();

    /** The request may go on. */
    record Allowed(GuardRule rule) implements OriginVerdict {}

    /**
     * The request ends here.
     *
     * @param reason for whoever sent it, without anything that they sent
     */
    record Refused(GuardRule rule, String reason) implements OriginVerdict {}

    /** Methods without effects here (RFC 9110 §9.2.1); TRACE is none, it would show cookies. */
    Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");

    /**
     * {@code application/json}, which no form can send, and no script without a preflight (Fetch,
     * "CORS-safelisted request-header").
     */
    Pattern JSON =
            Pattern.compile(
                    "application/json[ \\t]*(;[ \\t]*charset=(utf-8|\"utf-8\"))?",
                    Pattern.CASE_INSENSITIVE);

    /** Decides about a request. */
    static OriginVerdict of(RequestFacts request, Callers callers) {
        if (SAFE_METHODS.contains(request.method()) && !request.opensWebSocket()) {
            return new Allowed(GuardRule.SAFE_METHOD);
        }
        return switch (source(request, callers)) {
            case Refused refused -> refused;
            case Allowed allowed -> request.hasBody() ? body(request, allowed) : allowed;
        };
    }

    private static OriginVerdict source(RequestFacts request, Callers callers) {
        List<String> origins = request.origins();
        if (origins.isEmpty()) {
            return withoutOrigin(request, callers);
        }
        if (origins.size() > 1) {
            return new Refused(
                    GuardRule.SEVERAL_ORIGINS,
                    "It names more than one Origin, and no browser does that.");
        }
        String origin = origins.getFirst();
        if (origin.equals(callers.own())) {
            return new Allowed(GuardRule.OWN_ORIGIN);
        }
        if (!callers.areAllowed(origin)) {
            return new Refused(
                    GuardRule.FOREIGN_ORIGIN,
                    "Its Origin is neither this server's own, "
                            + callers.own()
                            + ", nor one of PREFLIGHT_CLIENT_ORIGINS.");
        }
        if (request.fetchSites().contains("same-origin")) {
            return new Refused(
                    GuardRule.CONTRADICTION,
                    "Its Sec-Fetch-Site says that a page of this server's own origin sends it, and"
                            + " its Origin is another one: if browsers reach this server at that"
                            + " Origin, set PREFLIGHT_PUBLIC_URL to it.");
        }
        return new Allowed(GuardRule.CLIENT_ORIGIN);
    }

    private static OriginVerdict withoutOrigin(RequestFacts request, Callers callers) {
        List<String> sites = request.fetchSites();
        if (sites.size() > 1) {
            return new Refused(
                    GuardRule.SEVERAL_FETCH_SITES,
                    "It has more than one Sec-Fetch-Site, and no browser sends that.");
        }
        if (sites.isEmpty()) {
            return request.carriesSession()
                    ? new Refused(
                            GuardRule.UNKNOWN_SOURCE,
                            "It carries a session but does not say where it comes from: add the"
                                    + " header Origin: "
                                    + callers.own()
                                    + ".")
                    : new Allowed(GuardRule.NO_SESSION);
        }
        return switch (sites.getFirst()) {
            case "same-origin" -> new Allowed(GuardRule.SAME_ORIGIN_FETCH);
            case "none" -> new Allowed(GuardRule.PERSON);
            default ->
                    new Refused(
                            GuardRule.FOREIGN_FETCH_SITE,
                            "Its Sec-Fetch-Site does not say that a page of this server's own"
                                    + " origin sends it, and it has no Origin.");
        };
    }

    private static OriginVerdict body(RequestFacts request, Allowed allowed) {
        List<String> types = request.contentTypes();
        if (types.size() == 1 && JSON.matcher(types.getFirst()).matches()) {
            return allowed;
        }
        String found =
                switch (types.size()) {
                    case 0 -> "does not say what its body is";
                    case 1 -> "has a body that is not declared as JSON";
                    default -> "has more than one Content-Type";
                };
        return new Refused(
                GuardRule.NOT_JSON,
                "It "
                        + found
                        + ": send the body as JSON, with one header Content-Type:"
                        + " application/json and no parameter but charset=utf-8.");
    }
}
