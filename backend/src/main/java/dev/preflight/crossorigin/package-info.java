/**
 * Who may call: the server's own origin, the policy for other origins, the guard against forged
 * requests, and the cookies that travel between them.
 *
 * <p><b>Why there is no CSRF token.</b> A forged request is one that a foreign page makes a
 * visitor's browser send, with the visitor's cookies. A token proves that a page could read an
 * answer of ours; but browsers say by themselves where a request comes from, in headers that no
 * page can set or change: {@code Origin} on every request that is not GET or HEAD, and {@code
 * Sec-Fetch-Site} on every request at all (Fetch, "forbidden request-header"). So {@link
 * dev.preflight.crossorigin.guard.OriginVerdict} asks, before any handler and for the calls that
 * log in and out too, that a request with effects names an origin that may call, or our own. A
 * token would have to be kept, renewed and given to each client's page, and the page of an allowed
 * origin could read it anyway: it would add a secret, and no fact. Behind the guard stand, each for
 * itself, bodies that are JSON alone, which no form can send and no script without a preflight;
 * {@code SameSite}; and GETs without effects.
 *
 * <p><b>What would make this wrong.</b>
 *
 * <ul>
 *   <li>An allowed origin that runs somebody else's script, or a forgotten name that somebody else
 *       takes over: its pages may do whatever its visitors may, and a token would not help. This is
 *       why origins are exact, https in public, and few.
 *   <li>A GET with effects: GETs are not asked where they come from.
 *   <li>A handler that answers before the guard, or a method that is safe by its name alone.
 *   <li>A browser with neither header (before 2020, some embedded ones): it is taken for a program,
 *       and may do only what needs no session.
 *   <li>A proxy that removes {@code Origin} or rewrites it, or adds {@code Sec-Fetch-Site}; and a
 *       {@code PREFLIGHT_PUBLIC_URL} that is not where browsers reach this server.
 *   <li>Bodies of other types, such as uploads of forms: then the check of the type goes, and the
 *       origin alone decides.
 *   <li>A session that travels otherwise than in a cookie, such as in a client certificate: then a
 *       request with neither header is no longer harmless.
 * </ul>
 *
 * <p><b>In the order of a request.</b> {@code HomeHostFilter} checks the Host, {@code
 * PreflightFilter} answers preflights by the policy, {@code OriginGuard} decides about the rest,
 * and {@code CorsHeadersFilter} tells browsers, on whatever answer comes, who may read it.
 */
@NullMarked
package dev.preflight.crossorigin;

import org.jspecify.annotations.NullMarked;
