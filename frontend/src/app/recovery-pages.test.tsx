import { screen, waitFor } from '@testing-library/react';
import { HttpResponse } from 'msw';
import { beforeEach, expect, test } from 'vitest';
import { renderRoutes } from '../../test-support/render-page';
import { answer, noAnswer, problem, tooManyAttempts } from '../../test-support/server';
import { ConfirmEmailRoute } from './routes/confirm-email-route';
import { ForgotPasswordRoute } from './routes/forgot-password-route';
import { OutboxRoute } from './routes/outbox-route';
import { ResetPasswordRoute } from './routes/reset-password-route';

const routes = [
  { index: true, element: <h1>Home</h1> },
  { path: 'forgot-password', Component: ForgotPasswordRoute },
  { path: 'reset-password', Component: ResetPasswordRoute },
  { path: 'confirm-email', Component: ConfirmEmailRoute },
  { path: 'outbox', Component: OutboxRoute },
];

let sent: unknown[];

beforeEach(() => {
  sent = [];
});

function accept(path: string, respond: () => Response): void {
  answer('post', path, async ({ request }) => {
    sent.push(await request.json());
    return respond();
  });
}

function done(): Response {
  return new HttpResponse(null, { status: 204 });
}

function linkOver(): Response {
  return problem(400, 'The link is over.', undefined, 'link-over');
}

test('says the same of every address for which a mail is asked', async () => {
  accept('/api/account/password/reset-request', () => new HttpResponse(null, { status: 202 }));
  const { user } = renderRoutes(routes, '/forgot-password');
  await user.click(screen.getByRole('button', { name: 'Send the mail' }));
  expect(screen.getByLabelText('E-mail')).toHaveAccessibleDescription(
    'Type the e-mail address of your account.',
  );
  await user.type(screen.getByLabelText('E-mail'), 'ada{Enter}');
  expect(screen.getByLabelText('E-mail')).toHaveAccessibleDescription(/has an @/);
  await user.type(screen.getByLabelText('E-mail'), '@example.com{Enter}');
  expect(await screen.findByText(/belongs to an account/)).toHaveTextContent('ada@example.com');
  expect(sent).toEqual([{ email: 'ada@example.com' }]);
  expect(document.activeElement).toHaveTextContent(/belongs to an account/);
  await user.click(screen.getByRole('button', { name: 'Use another address' }));
  expect(screen.getByLabelText('E-mail')).toHaveFocus();
});

test('counts down when mails were asked for too often', async () => {
  accept('/api/account/password/reset-request', () => tooManyAttempts(300));
  const { user } = renderRoutes(routes, '/forgot-password');
  await user.type(screen.getByLabelText('E-mail'), 'ada@example.com{Enter}');
  expect(await screen.findByRole('timer')).toHaveTextContent(/Try again in (5:00|4:59)/);
  expect(screen.getByLabelText('E-mail')).toHaveValue('ada@example.com');
});

test.each(['/reset-password', '/confirm-email'])(
  'takes the token out of the address of %s at once, and uses it',
  async (path) => {
    accept('/api/account/password/reset', done);
    accept('/api/account/email/confirm', done);
    const { router, user } = renderRoutes(routes, `${path}#token=a-B_9`);
    await waitFor(() => {
      expect(router.state.location.hash).toBe('');
    });
    expect(router.state.historyAction).toBe('REPLACE');
    const password = screen.queryByLabelText('New password');
    if (password) await user.type(password, 'a quiet morning');
    await user.click(screen.getByRole('button', { name: /Change the password|Confirm the address/ }));
    expect(
      await screen.findByText(/Your (password is changed|e-mail address is confirmed)/),
    ).toBeInTheDocument();
    expect(sent).toEqual([expect.objectContaining({ token: 'a-B_9' })]);
    expect(
      screen.getByText(/Your (password is changed|e-mail address is confirmed)/).closest('[role]'),
    ).toHaveFocus();
  },
);

test.each(['/reset-password', '/confirm-email'])('says that %s needs the link of a mail', async (path) => {
  renderRoutes(routes, path);
  expect(await screen.findByRole('alert')).toHaveTextContent('needs the link from your mail');
});

test('sends nothing before the button is pressed, for programs that open links', async () => {
  renderRoutes(routes, '/confirm-email#token=a');
  expect(await screen.findByRole('button', { name: 'Confirm the address' })).toBeInTheDocument();
  expect(sent).toEqual([]);
});

test('explains a link that is over, and leads to another', async () => {
  accept('/api/account/password/reset', linkOver);
  const { user } = renderRoutes(routes, '/reset-password#token=old');
  await user.type(await screen.findByLabelText('New password'), 'a quiet morning{Enter}');
  expect(await screen.findByRole('alert')).toHaveTextContent('This link no longer works');
  expect(screen.getByRole('alert')).toHaveFocus();
  await user.click(screen.getByRole('link', { name: 'Ask for another mail' }));
  expect(await screen.findByRole('heading', { name: 'Forgot your password?' })).toBeInTheDocument();
});

test('uses the link of a second mail that is opened in the same tab', async () => {
  accept('/api/account/email/confirm', linkOver);
  const { router, user } = renderRoutes(routes, '/confirm-email#token=old');
  await user.click(await screen.findByRole('button', { name: 'Confirm the address' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('This link no longer works');

  accept('/api/account/email/confirm', done);
  await router.navigate('/confirm-email#token=new');
  await user.click(await screen.findByRole('button', { name: 'Confirm the address' }));
  expect(await screen.findByText('Your e-mail address is confirmed')).toBeInTheDocument();
  expect(screen.getByText('You log in with the confirmed address.')).toBeInTheDocument();
  expect(sent).toEqual([{ token: 'old' }, { token: 'new' }]);
});

test('keeps a new password that the server refuses, and says why at the field', async () => {
  accept('/api/account/password/reset', () =>
    problem(400, 'Look again.', [{ field: 'newPassword', message: 'This one is guessed first.' }]),
  );
  const { user } = renderRoutes(routes, '/reset-password#token=a');
  await user.type(await screen.findByLabelText('New password'), 'password123{Enter}');
  await screen.findByText('This one is guessed first.');
  expect(screen.getByLabelText('New password')).toHaveValue('password123');
});

test('says that the password may be changed when no answer came', async () => {
  answer('post', '/api/account/password/reset', noAnswer);
  const { user } = renderRoutes(routes, '/reset-password#token=a');
  await user.type(await screen.findByLabelText('New password'), 'a quiet morning{Enter}');
  expect(await screen.findByRole('alert')).toHaveTextContent(/may have been changed .* log in with the new/);
});

test('lists the mails of a server at home, with their links', async () => {
  const text = 'Open http://localhost:5173/reset-password#token=a.';
  const sentAt = '2026-03-01T10:00:00Z';
  answer('get', '/api/outbox', () =>
    HttpResponse.json({ items: [{ id: '1', to: 'ada@example.com', subject: 'Choose', text, sentAt }] }),
  );
  renderRoutes(routes, '/outbox');
  expect(await screen.findByRole('heading', { name: 'Choose' })).toBeInTheDocument();
  expect(screen.getByText(/on your own machine, as long as no mail server is set/)).toBeInTheDocument();
  expect(screen.getByRole('link')).toHaveAttribute('href', 'http://localhost:5173/reset-password#token=a');
});

test('says why a server has no outbox', async () => {
  answer('get', '/api/outbox', () => problem(404, 'Nothing here.'));
  renderRoutes(routes, '/outbox');
  expect(await screen.findByText('This server has no outbox')).toBeInTheDocument();
});
