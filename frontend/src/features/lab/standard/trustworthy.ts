/** {@link https://w3c.github.io/webappsec-secure-contexts/#potentially-trustworthy-origin | Potentially trustworthy} */
export function isTrustworthy(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || /^(?:(?:.+\.)?localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname);
}
