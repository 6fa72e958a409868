import type { CookieAdvice } from './cookie-advice';
import type { Snippet } from './fix';
import { micronautCookie } from './micronaut-snippets';
import { nginxCookie } from './nginx-snippets';
import { expressCookie, nestCookie } from './node-snippets';
import { springCookie } from './spring-snippets';

export function cookieSnippets(cookie: CookieAdvice): [Snippet, ...Snippet[]] {
  const nginx = nginxCookie(cookie);
  return [
    { place: 'answer', code: `Set-Cookie: ${cookie.setCookie}` },
    { place: 'micronaut', code: micronautCookie(cookie) },
    { place: 'spring', code: springCookie(cookie) },
    { place: 'nestjs', code: nestCookie(cookie) },
    { place: 'express', code: expressCookie(cookie) },
    ...(nginx === null ? [] : [{ place: 'nginx', code: nginx } as const]),
  ];
}
