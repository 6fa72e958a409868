/** A request as the server saw it, told by its access log. */
export interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  /** The header `Origin`, or null without one. */
  readonly origin: string | null;
  /** What a preflight asks leave for, or null where the request is none. */
  readonly requestedMethod: string | null;
  readonly cookieNames: readonly string[];
}

const logger = 'dev.preflight.access';

/** The configuration under which the server writes an exchange a line. */
export const accessLogYaml = `
micronaut:
  server:
    netty:
      access-logger:
        enabled: true
        logger-name: ${logger}
        log-format: '%m %U %s %{Origin}i %{Access-Control-Request-Method}i %{Cookie}i'
`;

/** Reads a line of the server's log: an exchange, or null for a line about something else. */
export function readExchange(line: string): Exchange | null {
  if (!line.includes(logger)) return null;
  const entry: unknown = JSON.parse(line);
  if (typeof entry !== 'object' || entry === null || !('formattedMessage' in entry)) return null;
  const [method = '', path = '', status = '', origin = '-', requested = '-', ...cookies] = String(
    entry.formattedMessage,
  ).split(' ');
  return {
    method,
    path,
    status: Number(status),
    origin: unlessAbsent(origin),
    requestedMethod: unlessAbsent(requested),
    cookieNames: cookies.filter((cookie) => cookie.includes('=')).map((cookie) => cookie.replace(/=.*/, '')),
  };
}

function unlessAbsent(value: string): string | null {
  return value === '-' ? null : value;
}
