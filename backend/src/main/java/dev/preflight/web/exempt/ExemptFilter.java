package dev.preflight.web.exempt;

import dev.preflight.web.Problem;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.annotation.PreMatching;
import io.netty.handler.codec.http.HttpResponseStatus;

import org.jspecify.annotations.Nullable;

import reactor.core.publisher.Mono;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Answers at {@code /runs/<id>}, to any method, before the policy, the origin guard and the routes
 * are asked. Where there is no run is nothing, to any method too, and that is told under all rules.
 */
@ServerFilter({"/runs", "/runs/**"})
final class ExemptFilter implements Ordered {

    /**
     * As on the wire: nothing is decoded, no dots or further slashes are followed, and what names a
     * host is something else.
     */
    private static final Pattern TARGET = Pattern.compile("/runs/([A-Za-z0-9_-]+)(?:\\?.*)?");

    private final @Nullable ExemptAnswers answers;

    ExemptFilter(@Nullable ExemptAnswers answers) {
        this.answers = answers;
    }

    @PreMatching
    @RequestFilter
    Mono<HttpResponse<?>> answer(HttpRequest<?> request) {
        return find(request).map(ExemptFilter::send).orElseGet(() -> Mono.just(nothing()));
    }

    private Optional<ExemptAnswer> find(HttpRequest<?> request) {
        Matcher target = TARGET.matcher(request.getUri().toString());
        return answers == null || !target.matches()
                ? Optional.empty()
                : answers.answer(target.group(1), SeenRequest.of(request));
    }

    private static Mono<HttpResponse<?>> send(ExemptAnswer answer) {
        Mono<HttpResponse<?>> response = Mono.just(Exemption.of(response(answer)));
        return answer.delay().isZero() ? response : response.delayElement(answer.delay());
    }

    private static MutableHttpResponse<?> response(ExemptAnswer answer) {
        MutableHttpResponse<Object> response =
                HttpResponse.status(
                        answer.status(),
                        HttpResponseStatus.valueOf(answer.status()).reasonPhrase());
        answer.headers().forEach(line -> response.getHeaders().add(line.name(), line.value()));
        return answer.body().isEmpty() ? response : response.body(answer.body());
    }

    private static HttpResponse<?> nothing() {
        return Problem.of(
                        HttpStatus.NOT_FOUND,
                        "not-found",
                        "Nothing is here",
                        "There is no such run: it lived for ten minutes and is over, or the Lab"
                                + " is off.")
                .toResponse();
    }

    /** After the check of the Host, which nothing is exempt from, and before everything else. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 40;
    }
}
