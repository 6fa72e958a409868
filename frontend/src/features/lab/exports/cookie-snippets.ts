import type { Snippet } from './fix';
import { micronautCookie } from './micronaut-snippets';
import { nginxCookie } from './nginx-snippets';
import { expressCookie, nestCookie } from './node-snippets';
import { springCookie } from './spring-snippets';

/** A cookie as it should be set. */
export interface CookieAdvice {
  readonly name: string;
  readonly sameSite: 'Strict' | 'Lax' | 'None';
  readonly secure: boolean;
  readonly partitioned: boolean;
  /** The header's value, with `…` where the cookie's own stands. */
  readonly setCookie: string;
}

/** @returns a cookie that holds for the whole server and that no script reads */
export function cookieAdvice(cookie: Omit<CookieAdvice, 'setCookie'>): CookieAdvice {
  const { name, sameSite, secure, partitioned } = cookie;
  const attributes = [
    `${name}=…`,
    'Path=/',
    'HttpOnly',
    `SameSite=${sameSite}`,
    ...(secure ? ['Secure'] : []),
    ...(partitioned ? ['Partitioned'] : []),
  ];
  return { ...cookie, setCookie: attributes.join('; ') };
}

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
