import type { Finding, PolicyClient, PolicyInForce, SimulatedAnswer } from '../src/api/generated/types.gen';

export const client: PolicyClient = {
  origin: 'http://localhost:5173',
  relation: 'same-site',
  cookiesTravel: 'always',
  credentials: true,
  methods: ['GET', 'POST'],
  requestHeaders: ['Content-Type', 'If-Match'],
  exposedHeaders: ['ETag'],
  maxAge: 7200,
  privateNetwork: false,
};

export const policy: PolicyInForce = {
  ownOrigin: 'http://localhost:8080',
  home: true,
  corsEnabled: true,
  clients: [client],
  cookies: { sameSite: 'Lax', secure: false, partitioned: false },
  warnings: [],
};

export const refusedRequest: SimulatedAnswer = {
  kind: 'request',
  allowed: false,
  rule: 'foreign-origin',
  reason: 'Its Origin is not one that may call.',
  status: 403,
  headers: [{ name: 'Vary', value: 'Origin' }],
  undeliverable: [],
};

export const mistake: Finding = {
  severity: 'mistake',
  rule: 'origin-wildcard',
  key: 'PREFLIGHT_CLIENT_ORIGINS',
  value: '*',
  why: 'any page could call',
  instead: 'Write PREFLIGHT_CLIENT_ORIGINS=https://app.example.com',
  sentence: 'PREFLIGHT_CLIENT_ORIGINS has *: any page could call. Write PREFLIGHT_CLIENT_ORIGINS=…',
};
