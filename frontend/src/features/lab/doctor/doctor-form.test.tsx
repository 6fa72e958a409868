import { screen } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { expect, test } from 'vitest';
import { renderRoutes } from '../../../../test-support/render-page';
import { answer, server } from '../../../../test-support/server';
import { Doctor } from './doctor';

function show(doctor: boolean) {
  answer('get', '/api/lab', () => HttpResponse.json({ initiators: [], doctor }));
  return renderRoutes([{ index: true, element: <Doctor /> }]);
}

test('leads to what is wrong with the form, and sends nothing', async () => {
  const { user } = show(true);
  await user.type(screen.getByLabelText('Headers'), 'nonsense');
  await user.click(screen.getByRole('button', { name: 'Diagnose' }));

  expect(screen.getByLabelText('Address')).toHaveAccessibleDescription(/Type the address/);
  expect(screen.getByLabelText('Headers')).toHaveAccessibleDescription(/Line 1: write a name/);
  expect(screen.getByLabelText('Address')).toHaveFocus();
  expect(screen.queryByRole('region', { name: 'Diagnosis' })).not.toBeInTheDocument();
});

test('says before that a method really runs', async () => {
  const { user } = show(true);
  expect(screen.getByText(/sends the request from its own origin/)).toBeVisible();

  await user.clear(screen.getByLabelText('Method'));
  await user.type(screen.getByLabelText('Method'), 'delete');

  expect(screen.getByText(/really sends the DELETE, once/)).toBeVisible();
});

test('says before who gets what is typed, and how often the address is called', async () => {
  show(true);

  expect(await screen.findByText(/to this Preflight’s server, which repeats the call/)).toBeVisible();
  const consequence = screen.getByText(/called up to four times/);
  expect(consequence).toHaveTextContent('once more as if from an origin that it made up');
});

test('says before that it asks as if from another origin, also where the method is not repeated', async () => {
  const { user } = show(true);
  await user.clear(screen.getByLabelText('Method'));
  await user.type(screen.getByLabelText('Method'), 'PUT');

  expect(
    await screen.findByText(/repeats the preflight, .* as if from an origin that it made up/),
  ).toBeVisible();
});

test('says that nobody else gets it where the server does not repeat the call', () => {
  show(false);

  expect(screen.getByText(/They go to the address alone/)).toBeVisible();
  expect(screen.queryByText(/four times|made up/)).not.toBeInTheDocument();
});

test('keeps no diagnosis of an earlier call beside a form that it refuses', async () => {
  const url = 'https://api.example.com/posts';
  server.use(http.all(url, () => HttpResponse.error()));
  const { user } = show(false);
  await user.type(screen.getByLabelText('Address'), url);
  await user.click(screen.getByRole('button', { name: 'Diagnose' }));
  expect(await screen.findByRole('region', { name: 'Diagnosis' })).toBeVisible();

  await user.clear(screen.getByLabelText('Address'));
  await user.click(screen.getByRole('button', { name: 'Diagnose' }));

  expect(screen.queryByRole('region', { name: 'Diagnosis' })).not.toBeInTheDocument();
});
