import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, expect, test } from 'vitest';
import { renderRoutes } from '../../../../test-support/render-page';
import { answer, problem, server } from '../../../../test-support/server';
import type { DoctorRequest } from '../../../api/generated/types.gen';
import { Doctor } from './doctor';

const url = 'https://api.example.com/posts';
let asked: DoctorRequest[];

beforeEach(() => {
  asked = [];
});

function lab(doctor: boolean): void {
  answer('get', '/api/lab', () => HttpResponse.json({ initiators: [], doctor }));
}

/** The API that is examined: whatever a page sends, the browser keeps the answer from it. */
function blockedApi(): void {
  server.use(
    http.all(url, ({ request }) => (request.mode === 'no-cors' ? new HttpResponse() : HttpResponse.error())),
  );
}

function exchange(method: string, status: number, headers: Readonly<Record<string, string>> = {}) {
  const lines = Object.entries(headers).map(([name, value]) => ({ name, value }));
  return { method, url, status, headers: lines, millis: 4, httpVersion: 'HTTP/1.1' };
}

function serverGets(part: Readonly<Record<string, unknown>>): void {
  answer('post', '/api/lab/doctor', async ({ request }) => {
    asked.push((await request.json()) as DoctorRequest);
    return HttpResponse.json({
      preflight: null,
      request: null,
      failure: null,
      allowsStrangers: false,
      ...part,
    });
  });
}

async function show() {
  const view = renderRoutes([
    { index: true, element: <Doctor /> },
    { path: 'elsewhere', element: null },
  ]);
  await waitFor(() => {
    expect(view.queryClient.getQueryData(['lab'])).toBeDefined();
  });
  return view;
}

async function diagnose({ user }: Awaited<ReturnType<typeof show>>, method = 'GET', headers = '') {
  await user.type(screen.getByLabelText('Address'), url);
  await user.clear(screen.getByLabelText('Method'));
  await user.type(screen.getByLabelText('Method'), method);
  if (headers !== '') await user.type(screen.getByLabelText('Headers'), headers);
  await user.click(screen.getByRole('button', { name: 'Diagnose' }));
}

async function diagnosis() {
  return within(await screen.findByRole('region', { name: 'Diagnosis' }));
}

test('names the missing header by what the server got, and how to mend it', async () => {
  lab(true);
  blockedApi();
  serverGets({ request: exchange('GET', 200, { vary: 'Origin' }) });
  const view = await show();
  await diagnose(view, 'GET', 'Cookie: a=b\nAccept: text/html');

  const found = await diagnosis();
  expect(
    found.getByText(/because .+ has no Access-Control-Allow-Origin\.$/, { selector: 'p' }),
  ).toBeVisible();
  expect(found.getByRole('heading', { name: 'How to mend it' })).toBeVisible();
  expect(found.getByRole('tab', { name: 'nginx' })).toBeVisible();
  const steps = within(found.getByRole('list', { name: 'What the browser decided' }));
  expect(steps.getByText('Stopped here')).toBeVisible();
  expect(found.getByText('vary: Origin')).toBeVisible();
  // What a page can't send, the server is not asked to send.
  expect(asked).toEqual([
    {
      url,
      method: 'GET',
      origin: window.location.origin,
      headers: [{ name: 'Accept', value: 'text/html' }],
      credentialsMode: 'same-origin',
      body: null,
      repeatUnsafe: false,
    },
  ]);
});

test('asks before it has a method run twice', async () => {
  lab(true);
  blockedApi();
  const allows = {
    'access-control-allow-origin': window.location.origin,
    'access-control-allow-methods': 'DELETE',
  };
  serverGets({ preflight: exchange('OPTIONS', 204, allows) });
  const view = await show();
  await diagnose(view, 'DELETE');
  const repeat = await screen.findByRole('button', { name: 'Send the DELETE again to see its answer' });
  expect(asked.map(({ repeatUnsafe }) => repeatUnsafe)).toEqual([false]);

  await view.user.click(repeat);
  const dialog = within(screen.getByRole('dialog'));
  expect(dialog.getByText(/may happen twice/)).toBeVisible();
  await view.user.click(dialog.getByRole('button', { name: 'Don’t send it' }));
  expect(asked).toHaveLength(1);

  serverGets({ preflight: exchange('OPTIONS', 204, allows), request: exchange('DELETE', 500) });
  await view.user.click(repeat);
  await view.user.click(screen.getByRole('button', { name: 'Send the DELETE again' }));

  const found = await diagnosis();
  expect(await found.findByText('Stopped here')).toBeVisible();
  expect(asked.map(({ repeatUnsafe }) => repeatUnsafe)).toEqual([false, true]);
});

test('tells what it can alone, and how to learn more, where the server does not help', async () => {
  lab(false);
  blockedApi();
  const view = await show();
  await diagnose(view, 'GET', 'Authorization: Bearer secret');

  const found = await diagnosis();
  expect(found.getByRole('status')).toHaveTextContent('Blocked The page can’t tell by what.');
  expect(found.getByText(/mvn -Pdev\. At a terminal/)).toBeVisible();
  expect(found.getByText(/^java -jar backend\/target\/preflight\.jar doctor/)).toHaveTextContent(
    `${url} --origin ${window.location.origin} --header 'Authorization: left-out'`,
  );
  expect(found.getByText(/What may be a secret is not in it/)).toBeVisible();
});

test('says why the server did not look', async () => {
  lab(true);
  blockedApi();
  answer('post', '/api/lab/doctor', () => problem(429, 'The Doctor is busy.', undefined, 'doctor-busy'));
  await diagnose(await show());

  expect((await diagnosis()).getByText(/did not repeat the request: The Doctor is busy\./)).toBeVisible();
});

test('says that a request was allowed, and shows what the page may read', async () => {
  lab(false);
  server.use(http.get(url, () => HttpResponse.json({}, { headers: { ETag: '"1"' } })));
  await diagnose(await show());

  const found = await diagnosis();
  expect(found.getByText('Allowed')).toBeVisible();
  expect(found.getByText('The page got the answer, with status 200.')).toBeVisible();
  expect(found.getByText('etag: "1"')).toBeVisible();
});

test('says that nothing answers', async () => {
  lab(false);
  server.use(http.all(url, () => HttpResponse.error()));
  await diagnose(await show());

  expect((await diagnosis()).getByText('Unreachable')).toBeVisible();
});

test('notices when this page’s own policy forbids the call', async () => {
  lab(true);
  server.use(
    http.all(url, () => {
      const violation = new Event('securitypolicyviolation');
      Object.assign(violation, { effectiveDirective: 'connect-src', blockedURI: url });
      document.dispatchEvent(violation);
      return HttpResponse.error();
    }),
  );
  await diagnose(await show());

  expect((await diagnosis()).getByRole('status')).toHaveTextContent(
    'Blocked This page’s own policy forbids it.',
  );
  expect(asked).toEqual([]);
});

test('gives up when it is told to, and keeps what was typed also for later', async () => {
  lab(false);
  server.use(http.get(url, () => new Promise<never>(() => undefined)));
  const view = await show();
  await diagnose(view, 'GET', 'Accept: text/html');
  expect(screen.getByText('The request is under way.')).toBeVisible();

  await view.user.click(screen.getByRole('button', { name: 'Cancel' }));

  expect(screen.queryByText('The request is under way.')).not.toBeInTheDocument();
  expect(screen.queryByRole('region', { name: 'Diagnosis' })).not.toBeInTheDocument();
  await view.router.navigate('/elsewhere');
  await view.router.navigate('/');
  expect(await screen.findByLabelText('Address')).toHaveValue(url);
  expect(screen.getByLabelText('Headers')).toHaveValue('Accept: text/html');
  expect(JSON.stringify([localStorage, sessionStorage])).not.toContain('text/html');
});
