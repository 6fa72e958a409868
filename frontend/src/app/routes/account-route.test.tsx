import { screen, within } from '@testing-library/react';
import { HttpResponse } from 'msw';
import { expect, test } from 'vitest';
import { renderRoutes } from '../../../test-support/render-page';
import { ada, adaInDetail } from '../../../test-support/samples';
import { answer } from '../../../test-support/server';
import { AccountRoute } from './account-route';

test('leads to what became of an account that was deleted', async () => {
  answer('get', '/api/authentication', () => HttpResponse.json(ada));
  answer('get', '/api/account', () => HttpResponse.json(adaInDetail));
  answer('get', '/api/account/deletion', () => HttpResponse.json({ goes: [] }));
  answer('post', '/api/account/deletion', () => new HttpResponse(null, { status: 204 }));
  const { user } = renderRoutes([{ index: true, Component: AccountRoute }]);
  await user.click(await screen.findByRole('button', { name: 'Delete my account' }));
  const dialog = await screen.findByRole('dialog');
  await user.type(await within(dialog).findByLabelText('Your password'), 'right one{Enter}');
  expect(await screen.findByRole('heading', { name: 'Account deleted' })).toHaveFocus();
});
