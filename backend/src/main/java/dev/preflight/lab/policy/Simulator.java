package dev.preflight.lab.policy;

import dev.preflight.crossorigin.OwnOrigin;
import dev.preflight.crossorigin.answers.ClientPolicy;
import dev.preflight.crossorigin.answers.CorsFacts;
import dev.preflight.crossorigin.answers.CorsHeaders;
import dev.preflight.crossorigin.answers.PreflightVerdict;
import dev.preflight.crossorigin.guard.Callers;
import dev.preflight.crossorigin.guard.GuardRule;
import dev.preflight.crossorigin.guard.OriginVerdict;
import dev.preflight.lab.policy.SimulationResponse.Header;
import dev.preflight.lab.policy.SimulationResponse.SimulatedAnswer;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Judges requests that nobody sends, by the functions that the filters call, in their order. */
@Singleton
class Simulator {

    private final ClientPolicy policy;
    private final Callers callers;

    Simulator(OwnOrigin own, ClientPolicy policy) {
        this.policy = policy;
        this.callers = new Callers(own.serialized(), policy.origins());
    }

    SimulatedAnswer answer(SimulatedRequest request) {
        CorsFacts facts = request.corsFacts();
        return switch (PreflightVerdict.of(facts, policy)) {
            case PreflightVerdict.Passed passed ->
                    preflight(
                            request,
                            true,
                            "The policy allows the origin, the method and the headers.",
                            204,
                            passed.headers());
            case PreflightVerdict.Refused refused ->
                    preflight(request, false, refused.reason(), 403, Map.of());
            case PreflightVerdict.None _ ->
                    switch (OriginVerdict.of(request.requestFacts(), callers)) {
                        case OriginVerdict.Allowed verdict -> guarded(request, verdict, null);
                        case OriginVerdict.Refused verdict ->
                                guarded(
                                        request,
                                        verdict,
                                        verdict.rule() == GuardRule.NOT_JSON ? 415 : 403);
                    };
        };
    }

    private SimulatedAnswer preflight(
            SimulatedRequest request,
            boolean allowed,
            String reason,
            int status,
            Map<String, String> permissions) {
        Map<String, String> headers = new LinkedHashMap<>(permissions);
        headers.putAll(corsHeaders(request));
        return new SimulatedAnswer(
                "preflight",
                allowed,
                allowed ? "preflight-passed" : "preflight-refused",
                reason,
                status,
                Header.all(headers),
                request.undeliverable());
    }

    private SimulatedAnswer guarded(
            SimulatedRequest request, OriginVerdict verdict, @Nullable Integer status) {
        return new SimulatedAnswer(
                "request",
                status == null,
                verdict.rule().id(),
                verdict.reason(),
                status,
                Header.all(corsHeaders(request)),
                request.undeliverable());
    }

    private Map<String, String> corsHeaders(SimulatedRequest request) {
        return CorsHeaders.of(request.corsFacts(), List.of(), policy);
    }
}
