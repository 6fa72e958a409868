import { screen, within } from '@testing-library/react';
import { HttpResponse } from 'msw';
import { expect, test } from 'vitest';
import { client, mistake, policy, refusedRequest } from '../../../../test-support/policy-samples';
import { renderRoutes } from '../../../../test-support/render-page';
import { answer, noAnswer, problem } from '../../../../test-support/server';
import type { PolicyInForce, SimulatedAnswer, SimulatedRequest } from '../../../api/generated/types.gen';
import { Policy } from './policy';

function show(inForce: PolicyInForce = policy) {
  answer('get', '/api/lab/policy', () => HttpResponse.json(inForce));
  return renderRoutes([{ index: true, Component: Policy }]);
}

function serveAnswers(...answers: SimulatedAnswer[]): { readonly requests: SimulatedRequest[] } {
  const seen: { requests: SimulatedRequest[] } = { requests: [] };
  answer('post', '/api/lab/policy/requests', async ({ request }) => {
    seen.requests = ((await request.json()) as { requests: SimulatedRequest[] }).requests;
    return HttpResponse.json({ answers });
  });
  return seen;
}

test('tells in plain words who may call, and whether their login travels', async () => {
  show();
  const section = await screen.findByRole('region', { name: 'In force' });
  expect(section).toHaveTextContent('http://localhost:8080, at home: only this machine reaches it');
  expect(section).toHaveTextContent('HttpOnly; SameSite=Lax');
  expect(section).toHaveTextContent('Where it isanother origin on the server’s site');
  expect(section).toHaveTextContent('The login travels in every browser.');
  expect(section).toHaveTextContent('A preflight is remembered for7200 seconds');
});

test('says that nobody else may call where no client is configured', async () => {
  show({ ...policy, clients: [] });
  expect(await screen.findByText('No other origin may call')).toBeInTheDocument();
  expect(screen.getByText(/may read its answers/)).toBeInTheDocument();
});

test('tells what the server warned of, and that a login does not travel', async () => {
  show({
    ...policy,
    clients: [{ ...client, relation: 'cross-site', cookiesTravel: 'never' }],
    warnings: [{ ...mistake, severity: 'warning', sentence: 'Something is odd.' }],
  });
  expect(await screen.findByText('Something is odd.')).toBeInTheDocument();
  expect(screen.getByText('The login never travels, so nobody can log in there.')).toBeInTheDocument();
});

test('ends after a preflight that is refused', async () => {
  const seen = serveAnswers(
    {
      kind: 'preflight',
      allowed: false,
      rule: 'preflight-refused',
      reason: 'The origin is not one that may call.',
      status: 403,
      headers: [],
      undeliverable: [],
    },
    refusedRequest,
  );
  const { user } = show();
  await user.click(await screen.findByRole('button', { name: 'Try it' }));
  const preflight = await screen.findByRole('region', { name: /^The preflight/ });
  expect(preflight).toHaveTextContent('Blocked The browser does not send the request.');
  expect(screen.queryByRole('region', { name: 'The request itself' })).not.toBeInTheDocument();
  expect(screen.getByText('Simulated with the functions this server runs')).toBeInTheDocument();
  expect(seen.requests).toEqual([
    {
      method: 'OPTIONS',
      origins: ['https://evil.example'],
      hasBody: false,
      carriesSession: false,
      requestedMethod: 'POST',
      requestedHeaders: 'content-type',
    },
    {
      method: 'POST',
      origins: ['https://evil.example'],
      contentType: ['application/json'],
      hasBody: true,
      carriesSession: true,
    },
  ]);
});

test('tells apart what the server refuses from what the browser blocks', async () => {
  const seen = serveAnswers(refusedRequest);
  const { user } = show();
  await user.selectOptions(await screen.findByRole('combobox', { name: 'Body' }), 'text/plain');
  await user.click(screen.getByRole('button', { name: 'Try it' }));
  const request = await screen.findByRole('region', { name: 'The request itself' });
  expect(request).toHaveTextContent('Refused by the server It is stopped before the server’s code.');
  expect(request).toHaveTextContent('Blocked The page may not read the answer');
  expect(request).toHaveTextContent('Rule foreign-origin; status 403');
  expect(within(request).getByText('Vary: Origin')).toBeInTheDocument();
  expect(seen.requests).toHaveLength(1);
});

test('says that an allowed page reads the answer, and that a request without Origin is no page’s', async () => {
  serveAnswers({
    ...refusedRequest,
    allowed: true,
    rule: 'client-origin',
    status: null,
    headers: [{ name: 'Access-Control-Allow-Origin', value: client.origin }],
  });
  const { user } = show();
  const field = await screen.findByRole('textbox', { name: 'Origin' });
  await user.clear(field);
  await user.type(field, client.origin);
  await user.click(screen.getByRole('button', { name: 'Try it' }));
  const request = await screen.findByRole('region', { name: 'The request itself' });
  expect(request).toHaveTextContent('Allowed The page reads the answer.');
  expect(request).toHaveTextContent('the status is up to the server’s code');
  await user.clear(field);
  await user.click(screen.getByRole('button', { name: 'Try it' }));
  expect(await screen.findByText(/Without an Origin there is no other page/)).toBeInTheDocument();
});

test('says why a request cannot arrive', async () => {
  serveAnswers({ ...refusedRequest, undeliverable: ['The headers are too long.'] });
  const { user } = show();
  await user.click(await screen.findByRole('button', { name: 'Try it' }));
  expect(await screen.findByText('No such request arrives: The headers are too long.')).toBeInTheDocument();
});

test('tells each mistake of an edited policy at its field, and all in a list', async () => {
  let checked: unknown;
  answer('post', '/api/lab/policy/checks', async ({ request }) => {
    checked = await request.json();
    return HttpResponse.json({
      starts: false,
      findings: [mistake, { ...mistake, severity: 'warning', key: 'elsewhere', value: '' }],
    });
  });
  const { user } = show();
  await user.click(await screen.findByRole('button', { name: 'Fill in mistakes' }));
  await user.click(screen.getByRole('button', { name: 'Check it' }));
  const result = await screen.findByText('It would not start: there is one mistake.');
  expect(result).toBeInTheDocument();
  const field = screen.getByRole('textbox', { name: 'PREFLIGHT_CLIENT_ORIGINS' });
  expect(field).toHaveAccessibleDescription('“*”: any page could call.');
  expect(field).toHaveFocus();
  expect(screen.getByText('PREFLIGHT_CLIENT_ORIGINS=https://app.example.com')).toBeInTheDocument();
  expect(screen.getByText(`${mistake.instead}.`)).toBeInTheDocument();
  expect(screen.getByText('Warning')).toBeInTheDocument();
  expect(checked).toMatchObject({
    publicUrl: 'https://api.example.org',
    clientOrigins: 'https://App.example.com/, *',
    allowedMethods: ['GET', 'POST', 'patch', 'DELETE'],
    maxAge: '7200',
  });
  await user.type(field, 'x');
  expect(field).toBeValid();
});

test('says of a good policy that the server would start', async () => {
  answer('post', '/api/lab/policy/checks', () => HttpResponse.json({ starts: true, findings: [] }));
  const { user } = show();
  await user.click(await screen.findByRole('button', { name: 'Check it' }));
  expect(await screen.findByText('It would start.')).toBeInTheDocument();
});

test('leaves out of the check what was emptied', async () => {
  let checked: Record<string, unknown> = {};
  answer('post', '/api/lab/policy/checks', async ({ request }) => {
    checked = (await request.json()) as Record<string, unknown>;
    return HttpResponse.json({ starts: true, findings: [] });
  });
  const { user } = show();
  await user.clear(await screen.findByRole('textbox', { name: 'allowed-methods' }));
  await user.click(screen.getByRole('button', { name: 'Check it' }));
  await screen.findByText('It would start.');
  expect(checked).not.toHaveProperty('allowedMethods');
  expect(checked).toHaveProperty('allowedHeaders', ['Content-Type', 'If-Match']);
});

test('loses nothing when the server refuses or can’t be reached', async () => {
  answer('post', '/api/lab/policy/checks', () =>
    problem(400, 'One field is not valid.', [
      { field: 'clientOrigins', message: 'List at most 50 origins.' },
    ]),
  );
  answer('post', '/api/lab/policy/requests', noAnswer);
  const { user } = show();
  await user.click(await screen.findByRole('button', { name: 'Check it' }));
  expect(
    await screen.findByRole('textbox', {
      name: 'PREFLIGHT_CLIENT_ORIGINS',
      description: 'List at most 50 origins.',
    }),
  ).toHaveValue(client.origin);
  await user.click(screen.getByRole('button', { name: 'Try it' }));
  expect(
    await screen.findByText(/The server can’t be reached. Nothing you typed is lost/),
  ).toBeInTheDocument();
  expect(screen.getByRole('textbox', { name: 'Origin' })).toHaveValue('https://evil.example');
});

test('says why the policy could not be loaded, and tries again', async () => {
  answer('get', '/api/lab/policy', () => problem(400, 'The server would not say.'));
  const { user } = renderRoutes([{ index: true, Component: Policy }]);
  expect(await screen.findByRole('alert')).toHaveTextContent('The server would not say.');
  answer('get', '/api/lab/policy', () => HttpResponse.json(policy));
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('region', { name: 'In force' })).toBeInTheDocument();
});
