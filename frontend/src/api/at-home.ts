/** Whether a server is on this machine, by its origin: then it offers what only whoever runs it has a use for. */
export function isAtHome(origin: string): boolean {
  return /\/\/(?:.+\.)?(?:localhost\.?|127(?:\.\d+){3}|\[::1\])(?::|$)/.test(origin);
}
