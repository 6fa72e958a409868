const parameter = 'next';

/** The address of the login page that leads back to where its reader wanted to go. */
export function logInPath(returnTo: string): string {
  return returnTo === '/' ? '/log-in' : `/log-in?${new URLSearchParams({ [parameter]: returnTo })}`;
}

/** The same page with the way back of another, as between login and registration. */
export function withReturnPath(path: string, search: URLSearchParams): string {
  const returnTo = readReturnPath(search);
  return returnTo === '/' ? path : `${path}?${new URLSearchParams({ [parameter]: returnTo })}`;
}

/** Where to go after login: a path of this app, whatever somebody wrote into the address. */
export function readReturnPath(search: URLSearchParams): string {
  const wanted = search.get(parameter) ?? '/';
  // The base is any origin: a path stays on it, while `//evil.example`, `/\evil.example` and whole addresses leave it.
  const base = 'https://same-app.invalid';
  if (!wanted.startsWith('/') || !URL.canParse(wanted, base)) return '/';
  const { origin, pathname, search: query, hash } = new URL(wanted, base);
  return origin === base && !pathname.startsWith('//') ? pathname + query + hash : '/';
}
