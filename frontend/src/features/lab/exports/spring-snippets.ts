import type { CookieAdvice } from './cookie-advice';
import type { CorsPolicy } from './cors-policy';
import { javaString } from './quoting';

/**
 * {@link https://docs.spring.io/spring-security/reference/servlet/integrations/cors.html | Spring Security, CORS}: it
 * takes the bean corsFilter for its chain, ahead of the login; without Spring Security, Spring Boot registers it.
 */
export function springCors({ origin, methods, headers, credentials, maxAgeSeconds }: CorsPolicy): string {
  const list = (names: readonly string[]) => `List.of(${names.map(javaString).join(', ')})`;
  return `import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;

// Spring sends “Vary: Origin” by itself.
// With Spring Security also write http.cors(Customizer.withDefaults()) in the SecurityFilterChain:
// it takes these beans, and answers preflights before the login.
@Configuration(proxyBeanMethods = false)
class CrossOriginConfiguration {

    @Bean
    UrlBasedCorsConfigurationSource corsConfigurationSource() {
        CorsConfiguration policy = new CorsConfiguration();
        policy.setAllowedOrigins(${list([origin])});
        policy.setAllowedMethods(${list(methods)});
        policy.setAllowedHeaders(${list(headers)});
        policy.setAllowCredentials(${String(credentials)});
        policy.setMaxAge(${maxAgeSeconds}L);
        UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
        source.registerCorsConfiguration("/**", policy);
        return source;
    }

    @Bean
    CorsFilter corsFilter(UrlBasedCorsConfigurationSource corsConfigurationSource) {
        return new CorsFilter(corsConfigurationSource);
    }
}`;
}

/** `partitioned` came with Spring Framework 6.2. */
export function springCookie({ name, sameSite, secure, partitioned }: CookieAdvice): string {
  return `// Spring Boot 3.4 or newer; “value” is what the cookie is to hold.
ResponseCookie cookie = ResponseCookie.from(${javaString(name)}, value)
        .path("/")
        .httpOnly(true)
        .secure(${String(secure)})
        .sameSite(${javaString(sameSite)})
        .partitioned(${String(partitioned)})
        .build();
return ResponseEntity.ok().header(HttpHeaders.SET_COOKIE, cookie.toString()).build();`;
}
