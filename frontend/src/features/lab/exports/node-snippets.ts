import type { CookieAdvice } from './cookie-advice';
import type { CorsPolicy } from './cors-policy';
import { scriptString } from './quoting';

/** {@link https://docs.nestjs.com/security/cors | NestJS, CORS}; its options are those of Express's middleware. */
export function nestCors(policy: CorsPolicy): string {
  return `// main.ts, before app.listen(…). “Vary: Origin” is sent by itself.
app.enableCors(${options(policy)});`;
}

/** {@link https://expressjs.com/en/resources/middleware/cors.html | Express, cors} */
export function expressCors(policy: CorsPolicy): string {
  return `import cors from 'cors';

// Before every route and the login. “Vary: Origin” is sent by itself.
app.use(cors(${options(policy)}));`;
}

// A list of origins, even of one: a lone string would be sent to every origin that asks.
function options({ origin, methods, headers, credentials, maxAgeSeconds }: CorsPolicy): string {
  const list = (names: readonly string[]) => `[${names.map(scriptString).join(', ')}]`;
  return `{
  origin: ${list([origin])},
  methods: ${list(methods)},
  allowedHeaders: ${list(headers)},
  credentials: ${String(credentials)},
  maxAge: ${maxAgeSeconds},
}`;
}

/** {@link https://expressjs.com/en/api.html#res.cookie | Express, res.cookie} */
export function expressCookie({ name, sameSite, secure, partitioned }: CookieAdvice): string {
  return `// Express 4.19 or newer; “value” is what the cookie is to hold.
res.cookie(${scriptString(name)}, value, {
  path: '/',
  httpOnly: true,
  secure: ${String(secure)},
  sameSite: ${scriptString(sameSite.toLowerCase())},
  partitioned: ${String(partitioned)},
});`;
}

/** In NestJS the answer is the one of Express, handed over by `@Res({ passthrough: true })`. */
export function nestCookie(advice: CookieAdvice): string {
  return `// With @Res({ passthrough: true }) res: Response as a parameter.
${expressCookie(advice)}`;
}
