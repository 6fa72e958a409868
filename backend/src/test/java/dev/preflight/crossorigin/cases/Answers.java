package dev.preflight.crossorigin.cases;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Options;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

import org.jspecify.annotations.Nullable;

/** The application of the cases: answers any method with the status that a case asks for. */
@Requires(property = "preflight.test.answers")
@Controller("/api/answers/{status}")
@Secured(SecurityRule.IS_ANONYMOUS)
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
class Answers {

    static final String PATH = "/api/answers/";

    /** Only an answer that came from here has it. */
    static final String MARK = "x-answered";

    @Get
    HttpResponse<?> get(
            int status, @QueryValue @Nullable String vary, @QueryValue @Nullable String cache) {
        MutableHttpResponse<?> answer = answer(status);
        if (vary != null) {
            answer.header(HttpHeaders.VARY, vary);
        }
        return cache == null ? answer : answer.header(HttpHeaders.CACHE_CONTROL, cache);
    }

    @Post
    HttpResponse<?> post(int status) {
        return answer(status);
    }

    @Put
    HttpResponse<?> put(int status) {
        return answer(status);
    }

    @Patch
    HttpResponse<?> patch(int status) {
        return answer(status);
    }

    @Delete
    HttpResponse<?> delete(int status) {
        return answer(status);
    }

    @Options
    HttpResponse<?> options(int status) {
        return answer(status);
    }

    private static MutableHttpResponse<?> answer(int status) {
        return HttpResponse.status(HttpStatus.valueOf(status)).header(MARK, "yes");
    }
}
