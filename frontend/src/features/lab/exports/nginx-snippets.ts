import type { CookieAdvice } from './cookie-advice';
import type { CorsPolicy } from './cors-policy';
import { nginxDollar, nginxString } from './quoting';

/**
 * {@link https://nginx.org/en/docs/http/ngx_http_headers_module.html#add_header | nginx, add_header}: with `always` for
 * errors too; a header whose value is empty is not sent; a block with one of its own inherits none.
 */
export function nginxCors({ origin, methods, headers, credentials, maxAgeSeconds }: CorsPolicy): string {
  const toEvery = (indent: string) =>
    [
      'Access-Control-Allow-Origin $allowed_origin',
      ...(credentials ? ['Access-Control-Allow-Credentials true'] : []),
      'Vary Origin',
    ]
      .map((header) => `${indent}add_header ${header} always;`)
      .join('\n');
  const code = `map $http_origin $allowed_origin {
    default "";
    ${nginxString(origin)} ${nginxString(origin)};
}

# In the server block. If the application sends these headers as well, take them out there: twice is wrong too.
location / {
${toEvery('    ')}

    # A preflight is answered here and does not reach the application.
    if ($request_method = OPTIONS) {
        # A block with an add_header of its own inherits none, so these come again.
${toEvery('        ')}
        add_header Access-Control-Allow-Methods ${nginxString(methods.join(', '))} always;
        add_header Access-Control-Allow-Headers ${nginxString(headers.join(', '))} always;
        add_header Access-Control-Max-Age ${maxAgeSeconds} always;
        return 204;
    }

    # … and what stood here before, such as proxy_pass.
}`;
  return `# In the http block.\n${nginxDollar(code)}${code}`;
}

/**
 * {@link https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_cookie_flags | nginx, proxy_cookie_flags}
 *
 * @returns null for a Partitioned one, which nginx cannot make
 */
export function nginxCookie({ name, sameSite, secure, partitioned }: CookieAdvice): string | null {
  if (partitioned) return null;
  const flags = [...(secure ? ['secure'] : []), 'httponly', `samesite=${sameSite.toLowerCase()}`].join(' ');
  const code = `proxy_cookie_flags ${nginxString(name)} ${flags};`;
  return `${nginxDollar(code)}# nginx 1.19.3 or newer, beside proxy_pass.\n${code}`;
}
