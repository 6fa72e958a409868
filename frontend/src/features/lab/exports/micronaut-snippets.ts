import type { CookieAdvice } from './cookie-advice';
import type { CorsPolicy } from './cors-policy';
import { javaString, yamlString } from './quoting';

const known = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** {@link https://docs.micronaut.io/latest/guide/#corsConfiguration | Micronaut, CORS Configuration} */
export function micronautCors({ origin, methods, headers, credentials, maxAgeSeconds }: CorsPolicy): string {
  const unknown = methods.filter((method) => !known.has(method));
  const list = (names: readonly string[]) => `[${names.map(yamlString).join(', ')}]`;
  return [
    '# application.yml. Micronaut sends “Vary: Origin” by itself.',
    // Its filter reads methods as an enumeration, and would answer CUSTOM.
    ...unknown.map(
      (method) => `# Its CORS filter does not know ${method}: answer that preflight in a filter of your own.`,
    ),
    'micronaut:',
    '  server:',
    '    cors:',
    '      enabled: true',
    '      configurations:',
    '        client:',
    `          allowed-origins: ${list([origin])}`,
    `          allowed-methods: ${list(methods.filter((method) => known.has(method)))}`,
    `          allowed-headers: ${list(headers)}`,
    `          allow-credentials: ${String(credentials)}`,
    `          max-age: ${maxAgeSeconds}`,
  ].join('\n');
}

/** Micronaut’s Cookie has no attribute Partitioned, so the header is written whole. */
export function micronautCookie({ name, setCookie }: CookieAdvice): string {
  const [before, after] = setCookie.split('…');
  return `// “value” is what ${name} is to hold.
return HttpResponse.ok()
        .header(HttpHeaders.SET_COOKIE, ${javaString(before ?? '')} + value + ${javaString(after ?? '')});`;
}
