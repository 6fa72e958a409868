package dev.preflight.web;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** The description of the API that the compiler generated from the controllers. */
@Hidden
@Controller("/openapi")
@Secured(SecurityRule.IS_ANONYMOUS)
final class OpenApiController {

    private static final String DOCUMENT = "/META-INF/swagger/openapi.yml";

    private final byte[] document;

    OpenApiController() throws IOException {
        try (InputStream stream = OpenApiController.class.getResourceAsStream(DOCUMENT)) {
            document = Objects.requireNonNull(stream, DOCUMENT).readAllBytes();
        }
    }

    @Get(produces = "application/yaml")
    HttpResponse<byte[]> openApi() {
        return HttpResponse.ok(document).header("Cache-Control", "no-cache");
    }
}
