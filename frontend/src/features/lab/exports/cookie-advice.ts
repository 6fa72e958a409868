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
