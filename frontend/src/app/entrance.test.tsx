import { screen, waitFor, within } from '@testing-library/react';
import { HttpResponse } from 'msw';
import { beforeEach, expect, test } from 'vitest';
import { renderRoutes } from '../../test-support/render-page';
import { ada } from '../../test-support/samples';
import { address, answer, noAnswer, problem, tooManyAttempts } from '../../test-support/server';
import { Layout } from './layout';
import { ForgotPasswordRoute } from './routes/forgot-password-route';
import { LogInRoute } from './routes/log-in-route';
import { RegisterRoute } from './routes/register-route';

const routes = [
  {
    Component: Layout,
    children: [
      { index: true, element: <h1>Home</h1> },
      { path: 'log-in', Component: LogInRoute },
      { path: 'register', Component: RegisterRoute },
      { path: 'forgot-password', Component: ForgotPasswordRoute },
    ],
  },
];

beforeEach(() => {
  answer('get', '/api/authentication', () => new HttpResponse(null, { status: 204 }));
  answer('post', '/api/authentication/log-in', () => HttpResponse.json(ada));
});

async function logIn(): Promise<ReturnType<typeof renderRoutes>> {
  const page = renderRoutes(routes, '/log-in');
  await page.user.type(await screen.findByLabelText('E-mail'), ada.email);
  await page.user.type(screen.getByLabelText('Password'), 'correct horse{Enter}');
  return page;
}

function deployed(publicOrigin: string, relation: string, sameSite: string, secure: boolean): void {
  answer('get', '/api/deployment', () =>
    HttpResponse.json({
      publicOrigin,
      relation,
      allowed: true,
      cookies: { sameSite, secure, partitioned: false },
    }),
  );
}

test.each([
  [
    'other-address',
    'http://elsewhere.test',
    'same-site',
    'Lax',
    false,
    'PREFLIGHT_PUBLIC_URL=http://api.test',
  ],
  ['same-site', address, 'cross-site', 'Lax', false, 'PREFLIGHT_COOKIE_SAME_SITE=None'],
  ['secure', address, 'same-site', 'Lax', true, 'Safari refuses such a cookie'],
  ['third-party', address, 'cross-site', 'None', false, 'Third-party cookies'],
  ['blocked', address, 'same-site', 'Lax', false, 'Block all cookies'],
] as const)(
  'takes nobody for logged in whose cookie did not come back, and says why: %s',
  async (_, publicOrigin, relation, sameSite, secure, advice) => {
    deployed(publicOrigin, relation, sameSite, secure);
    await logIn();
    const notice = await screen.findByRole('region', { name: 'The cookie did not come back' });
    expect(notice).toHaveTextContent(advice);
    expect(notice).toHaveFocus();
    expect(screen.queryByRole('form', { name: 'Log in' })).not.toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /^Account/ })).not.toBeInTheDocument();
  },
);

test('explains a lost cookie also when the server says nothing of itself', async () => {
  answer('get', '/api/deployment', () => problem(404, 'Nothing here.'));
  await logIn();
  const notice = await screen.findByRole('region', { name: 'The cookie did not come back' });
  expect(within(notice).getByText(/this browser, or an extension of it/)).toBeInTheDocument();
});

test('takes a server that is gone right after the login for no sign of a lost cookie', async () => {
  answer('post', '/api/authentication/log-in', () => {
    answer('get', '/api/authentication', noAnswer);
    return HttpResponse.json(ada);
  });
  await logIn();
  expect(await screen.findByRole('button', { name: 'Account: Ada Lovelace' })).toBeInTheDocument();
});

test('counts down after too many attempts, and keeps what was typed', async () => {
  answer('post', '/api/authentication/log-in', () => tooManyAttempts(90));
  const { user } = await logIn();
  expect(await screen.findByRole('timer')).toHaveTextContent(/Try again in 1:(30|29)/);
  const form = screen.getByRole('form', { name: 'Log in' });
  expect(within(form).getByRole('button', { name: 'Log in' })).toBeDisabled();
  expect(within(form).getByRole('alert')).toHaveTextContent('This was tried too often in a short time.');
  expect(screen.getByLabelText('E-mail')).toHaveValue(ada.email);
  expect(screen.getByLabelText('Password')).toHaveValue('correct horse');

  await user.click(screen.getByRole('link', { name: 'Forgot your password?' }));
  expect(await screen.findByRole('heading', { name: 'Forgot your password?' })).toBeInTheDocument();
  expect(screen.getByLabelText('E-mail')).toHaveValue(ada.email);
});

test('says no more of a wait that is over, and keeps the focus', async () => {
  answer('post', '/api/authentication/log-in', () => tooManyAttempts(1));
  await logIn();
  const form = screen.getByRole('form', { name: 'Log in' });
  expect(await within(form).findByRole('alert')).toBeInTheDocument();
  await waitFor(
    () => {
      expect(within(form).queryByRole('alert')).not.toBeInTheDocument();
    },
    { timeout: 3_000 },
  );
  expect(within(form).getByText('You can try again now.')).toBeInTheDocument();
  expect(within(form).getByRole('button', { name: 'Log in' })).toHaveFocus();
});

test('lets another address log in at once while one has to wait', async () => {
  answer('post', '/api/authentication/log-in', () => tooManyAttempts(90));
  const { user } = await logIn();
  expect(await screen.findByRole('timer')).toBeInTheDocument();
  await user.type(screen.getByLabelText('E-mail'), '.org');
  expect(screen.queryByRole('timer')).not.toBeInTheDocument();
  const form = screen.getByRole('form', { name: 'Log in' });
  expect(within(form).getByRole('button', { name: 'Log in' })).toBeEnabled();
  expect(within(form).queryByRole('alert')).not.toBeInTheDocument();
});

test('says at the field that a password is too common, in the server’s words', async () => {
  answer('post', '/api/authentication/register', () =>
    problem(400, 'Look again.', [{ field: 'password', message: 'This one is guessed first.' }]),
  );
  const { user } = renderRoutes(routes, '/register');
  await user.type(await screen.findByLabelText('Name'), 'Ada');
  await user.type(screen.getByLabelText('E-mail'), ada.email);
  await user.type(screen.getByLabelText('Password'), 'password123{Enter}');
  const password = screen.getByLabelText('Password');
  await screen.findByText('This one is guessed first.');
  expect(password).toHaveAccessibleDescription(/This one is guessed first/);
  expect(password).toHaveFocus();
  expect(password).toHaveValue('password123');
  expect(screen.getByLabelText('Name')).toHaveValue('Ada');
});
