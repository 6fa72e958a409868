import type { LabCall, LabReply, LabServer } from '../runs/setup';
import type { Header } from '../standard/lab-request';
import type { Random } from './random';

/** A server that knows CORS more or less, for the call that it will get. */
export function generateServer(
  random: Random,
  call: LabCall,
  origin: string,
  redirects: boolean,
  cookies: boolean,
): LabServer {
  const preflight = random.chance(0.9) ? preflightReply(random, call, origin) : null;
  return { preflight, response: response(random, origin, redirects, cookies) };
}

function preflightReply(random: Random, call: LabCall, origin: string): LabReply {
  const redirects = random.chance(0.04);
  return {
    status: redirects
      ? random.pick([301, 302, 307])
      : random.mostly(204, [200, 200, 299, 400, 404, 500], 0.7),
    headers: [...permission(random, origin), ...permittedRequests(random, call)],
    // No browser keeps the cookie of a preflight's answer.
    cookie: random.chance(0.05) ? { sameSite: 'Lax', secure: false, partitioned: false } : null,
    redirects,
    delayMillis: 0,
  };
}

function response(random: Random, origin: string, redirects: boolean, cookies: boolean): LabReply {
  const exposed = random.mostly(null, ['*', 'X-Lab-Example', 'Vary, x-lab-example', '@'], 0.6);
  return {
    status: redirects
      ? random.pick([301, 302, 303, 307, 308])
      : random.mostly(200, [201, 204, 206, 299, 300, 400, 401, 403, 404, 405, 418, 429, 500, 503, 599]),
    headers: [
      ...permission(random, origin),
      ...(exposed === null ? [] : [{ name: 'Access-Control-Expose-Headers', value: exposed }]),
      { name: 'Vary', value: 'Origin' },
      { name: 'X-Lab-Example', value: '1' },
    ],
    cookie: cookies
      ? {
          sameSite: random.pick(['Strict', 'Lax', 'None']),
          secure: random.chance(0.5),
          partitioned: random.chance(0.25),
        }
      : null,
    redirects,
    delayMillis: 0,
  };
}

function permission(random: Random, origin: string): readonly Header[] {
  const mistakes = [
    '*',
    '*',
    'null',
    `${origin}/`,
    origin.toUpperCase(),
    'https://elsewhere.example',
  ] as const;
  const list = `${origin}, https://elsewhere.example`;
  const allowed = random.mostly<string | null>('{origin}', [null, origin, list, ...mistakes], 0.7);
  const credentials = random.mostly<string | null>('true', [null, 'True', 'false', ''], 0.75);
  return [
    ...(allowed === null ? [] : [{ name: 'Access-Control-Allow-Origin', value: allowed }]),
    // Some layer in between adds it once more.
    ...(random.chance(0.03) ? [{ name: 'access-control-allow-origin', value: '{origin}' }] : []),
    ...(credentials === null ? [] : [{ name: 'Access-Control-Allow-Credentials', value: credentials }]),
  ];
}

function permittedRequests(random: Random, call: LabCall): readonly Header[] {
  const names = ['content-type', 'X-HTTP-Method-Override', ...call.headers.map(({ name }) => name)];
  const tokens = names.filter((name) => !name.includes(' ')).join(', ');
  const method = call.method.includes(' ') ? 'PUT' : call.method;
  const methods = random.mostly<string | null>(
    `GET, ${method}, ${method.toUpperCase()}`,
    [null, '*', method.toLowerCase(), 'PUT,,DELETE', 'PUT; DELETE', method],
    0.65,
  );
  const headers = random.mostly<string | null>(
    tokens,
    [null, '*', '*, authorization', 'x-lab', 'x-lab x-other', tokens.toUpperCase()],
    0.65,
  );
  const age = random.mostly<string | null>(null, ['0', '600', '99999', '-1', 'forever'], 0.5);
  return [
    ...(methods === null ? [] : [{ name: 'Access-Control-Allow-Methods', value: methods }]),
    ...(headers === null ? [] : [{ name: 'Access-Control-Allow-Headers', value: headers }]),
    ...(age === null ? [] : [{ name: 'Access-Control-Max-Age', value: age }]),
  ];
}
