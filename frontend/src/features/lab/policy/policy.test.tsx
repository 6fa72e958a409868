import { screen } from '@testing-library/react';
import { HttpResponse } from 'msw';
import { expect, test } from 'vitest';
import { renderRoutes } from '../../../../test-support/render-page';
import { answer, problem } from '../../../../test-support/server';
import type { PolicyWarning, PolicyClient, PolicyInForce } from '../../../api/generated/types.gen';
import { Policy } from './policy';

const client: PolicyClient = {
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

const policy: PolicyInForce = {
  ownOrigin: 'http://localhost:8080',
  home: true,
  corsEnabled: true,
  clients: [client],
  cookies: { sameSite: 'Lax', secure: false, partitioned: false },
  warnings: [],
};

const warning: PolicyWarning = {
  rule: 'cookie-cross-site',
  key: 'PREFLIGHT_COOKIE_SAME_SITE',
  value: 'Lax',
  why: 'something is odd',
  instead: 'Write PREFLIGHT_COOKIE_SAME_SITE=None',
  sentence: 'Something is odd.',
};

function show(inForce: PolicyInForce = policy) {
  answer('get', '/api/lab/policy', () => HttpResponse.json(inForce));
  return renderRoutes([{ index: true, Component: Policy }]);
}

test('tells in plain words who may call, and whether their login travels', async () => {
  show();
  const section = await screen.findByRole('region', { name: 'In force' });
  expect(section).toHaveTextContent('http://localhost:8080, at home: only this machine reaches it');
  expect(section).toHaveTextContent('HttpOnly; SameSite=Lax');
  expect(section).toHaveTextContent('Where it isanother origin on the server’s site');
  expect(section).toHaveTextContent('The login travels in every browser.');
  expect(section).toHaveTextContent('A preflight is remembered for7200 seconds');
  expect(section).toHaveTextContent(`PREFLIGHT_CLIENT_ORIGINS='https://App.example.com/, *'`);
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
    warnings: [warning],
  });
  expect(await screen.findByText('Something is odd.')).toBeInTheDocument();
  expect(screen.getByText('The login never travels, so nobody can log in there.')).toBeInTheDocument();
});

test('says why the policy could not be loaded, and tries again', async () => {
  answer('get', '/api/lab/policy', () => problem(400, 'The server would not say.'));
  const { user } = renderRoutes([{ index: true, Component: Policy }]);
  expect(await screen.findByRole('alert')).toHaveTextContent('The server would not say.');
  answer('get', '/api/lab/policy', () => HttpResponse.json(policy));
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('region', { name: 'In force' })).toBeInTheDocument();
});
