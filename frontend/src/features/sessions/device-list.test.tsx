import { screen, waitFor, within } from '@testing-library/react';
import { HttpResponse } from 'msw';
import { expect, test, vi } from 'vitest';
import { renderRoutes } from '../../../test-support/render-page';
import { ada, device } from '../../../test-support/samples';
import { answer, noAnswer, problem } from '../../../test-support/server';
import type { Device } from '../../api/generated/types.gen';
import { DeviceList } from './device-list';

const here = device(140, { current: true });
const onLoggedOut = vi.fn<() => void>();

/** A server on which devices can be logged out. */
function serve(...devices: Device[]): { logOut: (isGone: (device: Device) => boolean) => void } {
  let left = devices;
  answer('get', '/api/sessions', () => HttpResponse.json({ items: left }));
  return {
    logOut: (isGone) => {
      left = left.filter((candidate) => !isGone(candidate));
    },
  };
}

function show() {
  return renderRoutes([{ index: true, element: <DeviceList account={ada.id} onLoggedOut={onLoggedOut} /> }]);
}

test('says of each device what it is, where it was used, when, and first which is this one', async () => {
  serve(device(99), here);
  show();
  const [current, other] = await screen.findAllByRole('listitem');
  if (!other || !current) throw new Error('There are not two devices.');
  expect(other).toHaveTextContent('Firefox 99 on Windows');
  expect(other).toHaveTextContent('203.0.113.7');
  expect(other).not.toHaveTextContent('This device');
  const lastUsed = other.querySelector('time[datetime="2026-03-02T10:00:00Z"]');
  expect(lastUsed).toHaveTextContent(/ago|last|yesterday/);
  expect(lastUsed).toHaveAttribute('title', expect.stringContaining('2 March 2026'));
  expect(current).toHaveTextContent('This device');
});

test('logs one device out, after asking', async () => {
  const server = serve(device(99), device(98), here);
  answer('delete', `/api/sessions/${device(99).id}`, () => {
    server.logOut(({ id }) => id === device(99).id);
    return new HttpResponse(null, { status: 204 });
  });
  const { user } = show();
  await user.click(await screen.findByRole('button', { name: 'Log out Firefox 99 on Windows' }));
  await user.click(screen.getByRole('button', { name: 'Keep it' }));
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();

  await user.click(screen.getByRole('button', { name: 'Log out Firefox 99 on Windows' }));
  await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Log it out' }));
  expect(await screen.findByText('Firefox 99 on Windows is logged out.')).toBeInTheDocument();
  expect(screen.getAllByRole('listitem')).toHaveLength(2);
});

test('takes a device that is already gone for logged out', async () => {
  serve(device(99), here);
  answer('delete', `/api/sessions/${device(99).id}`, () => problem(404, 'Not logged in there.'));
  const { user } = show();
  await user.click(await screen.findByRole('button', { name: 'Log out Firefox 99 on Windows' }));
  await user.click(screen.getByRole('button', { name: 'Log it out' }));
  expect(await screen.findByText('Firefox 99 on Windows is logged out.')).toBeInTheDocument();
});

test('says that a device is still logged in when the server failed', async () => {
  serve(device(99), here);
  answer('delete', `/api/sessions/${device(99).id}`, () => problem(500, 'The server failed.'));
  const { user } = show();
  await user.click(await screen.findByRole('button', { name: 'Log out Firefox 99 on Windows' }));
  await user.click(screen.getByRole('button', { name: 'Log it out' }));
  expect(await screen.findByText('It is still logged in. The server failed.')).toBeInTheDocument();
  expect(screen.getByRole('dialog')).toBeInTheDocument();
});

test('says that devices may still be logged in when no answer came', async () => {
  serve(device(99), here);
  answer('delete', `/api/sessions/${device(99).id}`, noAnswer);
  answer('delete', '/api/sessions', noAnswer);
  answer('post', '/api/authentication/log-out', noAnswer);
  const { user } = show();
  await user.click(await screen.findByRole('button', { name: 'Log out Firefox 99 on Windows' }));
  await user.click(screen.getByRole('button', { name: 'Log it out' }));
  expect(await screen.findByText(/^It may still be logged in\. /)).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Keep it' }));
  await user.click(screen.getByRole('button', { name: 'Log out all other devices' }));
  await user.click(screen.getByRole('button', { name: 'Log them out' }));
  expect(await screen.findByText(/^They may still be logged in\. /)).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Keep them' }));
  await user.click(screen.getByRole('button', { name: 'Log out this device' }));
  expect(await screen.findByText(/^You may still be logged in\. /)).toBeInTheDocument();
});

test('logs all other devices out', async () => {
  const server = serve(device(99), device(98), here);
  answer('delete', '/api/sessions', () => {
    server.logOut(({ current }) => !current);
    return new HttpResponse(null, { status: 204 });
  });
  const { user } = show();
  await user.click(await screen.findByRole('button', { name: 'Log out all other devices' }));
  expect(screen.getByRole('dialog')).toHaveTextContent('The 2 other devices will be logged out');
  await user.click(screen.getByRole('button', { name: 'Log them out' }));
  expect(await screen.findByText('You are logged in nowhere else.')).toBeInTheDocument();
  expect(screen.getAllByRole('listitem')).toHaveLength(1);
});

test('logs this device out', async () => {
  serve(here);
  answer('post', '/api/authentication/log-out', () => new HttpResponse(null, { status: 204 }));
  const { user } = show();
  await user.click(await screen.findByRole('button', { name: 'Log out this device' }));
  await waitFor(() => {
    expect(onLoggedOut).toHaveBeenCalled();
  });
});

test('says why the devices could not be loaded, and tries again', async () => {
  answer('get', '/api/sessions', () => problem(400, 'The server would not say.'));
  const { user } = show();
  expect(await screen.findByRole('alert')).toHaveTextContent('The server would not say.');
  serve(here);
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText(/Firefox 140/)).toBeInTheDocument();
});
