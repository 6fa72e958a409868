import { screen, waitFor, within } from '@testing-library/react';
import { HttpResponse } from 'msw';
import { beforeEach, expect, test, vi } from 'vitest';
import { renderRoutes } from '../../../test-support/render-page';
import { ada, adaInDetail } from '../../../test-support/samples';
import { answer, noAnswer, problem, tooManyAttempts } from '../../../test-support/server';
import type { AccountDetails } from '../../api/generated/types.gen';
import { AccountSettings } from './account-settings';

const onChanged = vi.fn<(details: AccountDetails) => void>();
let sent: unknown[];

beforeEach(() => {
  sent = [];
  serve({});
});

function serve(part: Partial<AccountDetails>): void {
  answer('get', '/api/account', () => HttpResponse.json({ ...adaInDetail, ...part }));
}

/** Answers to what is sent, and remembers it. */
function accept(path: string, respond: () => Response): void {
  answer('post', path, async ({ request }) => {
    sent.push(await request.json());
    return respond();
  });
}

function show() {
  return renderRoutes([
    {
      index: true,
      element: <AccountSettings account={ada} onChanged={onChanged} onDeleted={() => undefined} />,
    },
  ]);
}

test('changes the name, and complains of none before asking the server', async () => {
  answer('patch', '/api/account', async ({ request }) => {
    const { name } = (await request.json()) as { name: string };
    return HttpResponse.json({ ...adaInDetail, name });
  });
  const { user } = show();
  const name = await screen.findByLabelText('Name');
  await user.clear(name);
  await user.click(screen.getByRole('button', { name: 'Save the name' }));
  expect(name).toHaveAccessibleDescription(/Type a name/);
  await user.type(name, ' Countess {Enter}');
  await waitFor(() => {
    expect(onChanged).toHaveBeenCalledWith({ ...adaInDetail, name: 'Countess' });
  });
  expect(name).toHaveValue('Countess');
});

test('tells nobody of a name that is as it was', async () => {
  answer('patch', '/api/account', () => HttpResponse.json(adaInDetail));
  onChanged.mockReset();
  const { user } = show();
  const name = await screen.findByLabelText('Name');
  await user.type(name, '  ');
  await user.click(screen.getByRole('button', { name: 'Save the name' }));
  await waitFor(() => {
    expect(name).toHaveValue(ada.name);
  });
  expect(onChanged).not.toHaveBeenCalled();
  expect(screen.queryByText('Your name is changed.')).not.toBeInTheDocument();
});

test('changes the password, keeping what was typed until it is right', async () => {
  const violations = [{ field: 'currentPassword', message: 'This is not your password.' }];
  accept('/api/account/password', () => problem(400, 'Look again.', violations));
  const { user } = show();
  const current = await screen.findByLabelText('Current password');
  await user.type(current, 'wrong one');
  await user.type(screen.getByLabelText('New password'), 'a quiet morning{Enter}');
  expect(await screen.findByText('This is not your password.')).toBeInTheDocument();
  expect(current).toHaveFocus();
  expect(screen.getByLabelText('New password')).toHaveValue('a quiet morning');

  accept('/api/account/password', () => new HttpResponse(null, { status: 204 }));
  await user.clear(current);
  await user.type(current, 'right one{Enter}');
  expect(await screen.findByText(/all other devices are logged out/)).toBeInTheDocument();
  expect(sent.at(-1)).toEqual({ currentPassword: 'right one', newPassword: 'a quiet morning' });
  expect(current).toHaveValue('');
});

test('shows no change of the address any more that went with the old password', async () => {
  serve({ pendingEmail: 'countess@example.com' });
  accept('/api/account/password', () => {
    serve({});
    return new HttpResponse(null, { status: 204 });
  });
  const { user } = show();
  expect(await screen.findByText('countess@example.com')).toBeInTheDocument();
  await user.type(screen.getByLabelText('Current password'), 'right one');
  await user.type(screen.getByLabelText('New password'), 'a quiet morning{Enter}');
  await waitFor(() => {
    expect(screen.queryByText('countess@example.com')).not.toBeInTheDocument();
  });
});

test('says that the password may be changed when no answer came', async () => {
  answer('post', '/api/account/password', noAnswer);
  const { user } = show();
  await user.type(await screen.findByLabelText('Current password'), 'right one');
  await user.type(screen.getByLabelText('New password'), 'a quiet morning{Enter}');
  expect(await screen.findByRole('alert')).toHaveTextContent(/may have been changed .* log in with the new/);
});

test('says that the account may be deleted when no answer came', async () => {
  answer('get', '/api/account/deletion', () => HttpResponse.json({ goes: [] }));
  answer('post', '/api/account/deletion', noAnswer);
  const { user } = show();
  await user.click(await screen.findByRole('button', { name: 'Delete my account' }));
  const dialog = await screen.findByRole('dialog');
  await user.type(await within(dialog).findByLabelText('Your password'), 'right one{Enter}');
  expect(await within(dialog).findByRole('alert')).toHaveTextContent(/may have been deleted all the same/);
});

test('counts down when the password was tried too often', async () => {
  accept('/api/account/password', () => tooManyAttempts(30));
  const { user } = show();
  await user.type(await screen.findByLabelText('Current password'), 'guess');
  await user.type(screen.getByLabelText('New password'), 'a quiet morning{Enter}');
  expect(await screen.findByRole('timer')).toHaveTextContent(/Try again in 0:/);
  expect(screen.getByRole('button', { name: 'Change the password' })).toBeDisabled();
  expect(screen.getByLabelText('Current password')).toHaveValue('guess');
});

test('sends a mail to a new address, which then is pending', async () => {
  accept('/api/account/email', () => {
    serve({ pendingEmail: 'countess@example.com' });
    return new HttpResponse(null, { status: 202 });
  });
  const { user } = show();
  expect(await screen.findByText('Confirmed')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Change the e-mail address' }));
  expect(screen.getByLabelText('New e-mail address')).toHaveFocus();
  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(screen.getByRole('button', { name: 'Change the e-mail address' })).toHaveFocus();
  await user.click(screen.getByRole('button', { name: 'Change the e-mail address' }));
  await user.type(screen.getByLabelText('New e-mail address'), ada.email);
  await user.type(screen.getByLabelText('Your password'), 'right one{Enter}');
  expect(screen.getByLabelText('New e-mail address')).toHaveAccessibleDescription(/already have/);

  await user.clear(screen.getByLabelText('New e-mail address'));
  await user.type(screen.getByLabelText('New e-mail address'), ' countess@example.com {Enter}');
  expect(await screen.findByText(/confirm on the page that it opens/)).toHaveTextContent(
    'countess@example.com',
  );
  expect(sent).toEqual([{ email: 'countess@example.com', password: 'right one' }]);
  expect(screen.queryByLabelText('New e-mail address')).not.toBeInTheDocument();
});

test('sends the mail again while the address is not confirmed', async () => {
  serve({ emailConfirmed: false });
  answer('post', '/api/account/email/confirmation', () => new HttpResponse(null, { status: 202 }));
  const { user } = show();
  await user.click(await screen.findByRole('button', { name: 'Send the mail again' }));
  expect(await screen.findByText('The mail is on its way.')).toBeInTheDocument();
});

test('gives the true reason for confirming an address', async () => {
  serve({ emailConfirmed: false });
  show();
  expect(await screen.findByText(/is not confirmed yet/)).toHaveTextContent(
    /confirm on the page that it opens: this shows that the address is really yours, and that mails reach you/,
  );
});

test('saves all data as a file', async () => {
  const saved: Blob[] = [];
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    saved.push(blob as Blob);
    return 'blob:test';
  });
  const clicked = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
  answer('get', '/api/account/export', () => HttpResponse.json({ account: { name: 'Ada' } }));
  const { user } = show();
  await user.click(await screen.findByRole('button', { name: 'Download my data' }));
  expect(await screen.findByText(/is saved with your downloads/)).toBeInTheDocument();
  expect(clicked).toHaveBeenCalledOnce();
  expect(JSON.parse((await saved[0]?.text()) ?? '')).toEqual({ account: { name: 'Ada' } });
});

test('says that nothing was saved when the server failed', async () => {
  answer('get', '/api/account/export', () => problem(500, 'The server failed.'));
  const { user } = show();
  await user.click(await screen.findByRole('button', { name: 'Download my data' }));
  expect(await screen.findByText('Nothing was saved. The server failed.')).toBeInTheDocument();
});

test('names what goes with the account, and shows what it has no name for', async () => {
  const goes = ['account', 'posts', 'devices', 'networks', 'drafts'].map((name, count) => ({ name, count }));
  answer('get', '/api/account/deletion', () => HttpResponse.json({ goes }));
  const { user } = show();
  await user.click(await screen.findByRole('button', { name: 'Delete my account' }));
  const dialog = await screen.findByRole('dialog');
  await within(dialog).findByText('This goes for good:');
  expect(
    within(dialog)
      .getAllByRole('term')
      .map(({ textContent }) => textContent),
  ).toEqual(['Your account', 'Posts', 'Devices', 'Networks you logged in from', 'drafts']);
  expect(screen.getByText(/your account, your posts, your devices and the networks/)).toBeInTheDocument();
});

test('asks for the password before anything is deleted', async () => {
  answer('get', '/api/account/deletion', () => HttpResponse.json({ goes: [] }));
  const { user } = show();
  await user.click(await screen.findByRole('button', { name: 'Delete my account' }));
  const dialog = await screen.findByRole('dialog');
  await user.click(await within(dialog).findByRole('button', { name: 'Delete for good' }));
  expect(within(dialog).getByLabelText('Your password')).toHaveAccessibleDescription('Type your password.');
  await user.click(within(dialog).getByRole('button', { name: 'Keep my account' }));
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
});
