import type { LabCall } from '../runs/setup';
import { isForbiddenHeader } from '../standard/forbidden-headers';
import { isToken } from '../standard/header-list';
import { isForbiddenMethod, normalizeMethod } from '../standard/methods';
import { trimmedEnd } from '../standard/trimming';

/** What a server allows: the call that failed, and what an API usually needs beside it. */
export interface CorsPolicy {
  /** Exact, without a slash at its end. */
  readonly origin: string;
  readonly methods: readonly string[];
  readonly headers: readonly string[];
  readonly credentials: boolean;
  /** How long a browser may remember a preflight's answer; none remembers it for longer than this. */
  readonly maxAgeSeconds: number;
}

const usualMethods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];
const serializedOrigin = /^[a-z][a-z0-9+.-]*:\/\/(?:[a-z0-9._-]+|\[[0-9a-f:.]+\])(?::[0-9]{1,5})?$/i;

/**
 * @param sentHeaders those that the preflight asks for; they may come from the body, as Content-Type does
 * @returns null for an origin that no server can allow by name: `null`, or no origin at all
 */
export function policyFor(
  origin: string,
  call: LabCall,
  sentHeaders: readonly string[] = [],
): CorsPolicy | null {
  const exact = trimmedEnd(origin, '/');
  if (!serializedOrigin.test(exact)) return null;
  const own = call.headers.filter(({ name, value }) => !isForbiddenHeader(name, value));
  return {
    origin: exact,
    methods: merged(usualMethods, [methodOf(call)].filter(isAllowable), (method) => method),
    headers: merged(['Content-Type'], [...own.map(({ name }) => name), ...sentHeaders], lowerCase),
    credentials: call.credentials === 'include',
    maxAgeSeconds: 7200,
  };
}

/** The method as a page should write it: fetch puts six into upper case, and leaves `patch` as it is. */
export function methodOf({ method }: LabCall): string {
  return usualMethods.includes(method.toUpperCase()) ? method.toUpperCase() : normalizeMethod(method);
}

function isAllowable(method: string): boolean {
  return !isForbiddenMethod(method);
}

function lowerCase(name: string): string {
  return name.toLowerCase();
}

/** A name that is no token, or that means “all”, is in no list. */
function merged(
  usual: readonly string[],
  own: readonly string[],
  keyOf: (name: string) => string,
): readonly string[] {
  const byKey = new Map<string, string>();
  for (const name of [...usual, ...own].filter((each) => isToken(each) && each !== '*')) {
    if (!byKey.has(keyOf(name))) byKey.set(keyOf(name), name);
  }
  return [...byKey.values()];
}
