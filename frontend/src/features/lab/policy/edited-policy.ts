import type { Finding, PolicyCheckRequest, PolicyInForce } from '../../../api/generated/types.gen';

/** The form's values, as a person writes them. */
export interface EditedPolicy {
  readonly publicUrl: string;
  readonly clientOrigins: string;
  readonly cookieSameSite: string;
  readonly corsEnabled: boolean;
  readonly allowCredentials: boolean;
  readonly allowedMethods: string;
  readonly allowedHeaders: string;
  readonly exposedHeaders: string;
  readonly maxAge: string;
}

export type EditedField = keyof EditedPolicy;

const client = 'micronaut.server.cors.configurations.client';

/** Which field each of the server's keys is; those that no field holds are only told in the list. */
const fields: Readonly<Record<string, EditedField>> = {
  PREFLIGHT_PUBLIC_URL: 'publicUrl',
  PREFLIGHT_CLIENT_ORIGINS: 'clientOrigins',
  PREFLIGHT_COOKIE_SAME_SITE: 'cookieSameSite',
  'micronaut.server.cors.enabled': 'corsEnabled',
  [`${client}.allow-credentials`]: 'allowCredentials',
  [`${client}.allowed-methods`]: 'allowedMethods',
  [`${client}.allowed-headers`]: 'allowedHeaders',
  [`${client}.exposed-headers`]: 'exposedHeaders',
  [`${client}.max-age`]: 'maxAge',
};

/** What the application's own configuration has where no client is configured yet. */
const usual = {
  credentials: true,
  methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
  requestHeaders: [
    'Content-Type',
    'If-Match',
    'If-None-Match',
    'Idempotency-Key',
    'Last-Event-ID',
    'X-Request-Id',
  ],
  exposedHeaders: ['Location', 'ETag', 'Retry-After', 'X-Request-Id'],
  maxAge: 7200,
};

/** The policy in force, to begin with. */
export function editedFrom(policy: PolicyInForce): EditedPolicy {
  const { credentials, methods, requestHeaders, exposedHeaders, maxAge } = policy.clients[0] ?? usual;
  return {
    publicUrl: policy.ownOrigin,
    clientOrigins: policy.clients.map(({ origin }) => origin).join(','),
    cookieSameSite: policy.cookies.sameSite,
    corsEnabled: policy.corsEnabled,
    allowCredentials: credentials,
    allowedMethods: methods.join(', '),
    allowedHeaders: requestHeaders.join(', '),
    exposedHeaders: exposedHeaders.join(', '),
    maxAge: String(maxAge),
  };
}

/** The same policy with the mistakes that are made most. */
export function withMistakes(policy: EditedPolicy): EditedPolicy {
  return {
    ...policy,
    publicUrl: 'https://api.example.org',
    clientOrigins: 'https://App.example.com/, *',
    allowedMethods: 'GET, POST, patch, DELETE',
  };
}

export function requestOf({
  allowedMethods,
  allowedHeaders,
  exposedHeaders,
  maxAge,
  ...texts
}: EditedPolicy): PolicyCheckRequest {
  return {
    ...texts,
    // An empty field is a line that is not written.
    ...(allowedMethods.trim() !== '' && { allowedMethods: listed(allowedMethods) }),
    ...(allowedHeaders.trim() !== '' && { allowedHeaders: listed(allowedHeaders) }),
    ...(exposedHeaders.trim() !== '' && { exposedHeaders: listed(exposedHeaders) }),
    ...(maxAge.trim() !== '' && { maxAge: maxAge.trim() }),
  };
}

/** As the lists of a configuration file are read: spaces beside the commas don't count. */
function listed(text: string): string[] {
  return text.split(',').map((name) => name.trim());
}

/** Each mistake at its field; of several at one, all. */
export function complaintsOf(findings: readonly Finding[]): Partial<Record<EditedField, string>> {
  const complaints: Partial<Record<EditedField, string>> = {};
  for (const { severity, key, value, why } of findings) {
    const field = fields[key];
    if (severity !== 'mistake' || field === undefined) continue;
    const complaint = `${value === '' ? 'Empty' : `“${value}”`}: ${why}.`;
    const before = complaints[field];
    complaints[field] = before === undefined ? complaint : `${before} ${complaint}`;
  }
  return complaints;
}
