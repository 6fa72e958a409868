import { screen, waitFor, within } from '@testing-library/react';
import { HttpResponse } from 'msw';
import { beforeEach, expect, test } from 'vitest';
import { renderRoutes } from '../../../../test-support/render-page';
import { answer, problem } from '../../../../test-support/server';
import { setupFromHash, setupToHash } from '../exports/setup-link';
import { experiments } from '../experiments/chapters';
import { Build } from './build';

beforeEach(() => {
  answer('get', '/api/lab', () => HttpResponse.json({ initiators: [], doctor: false }));
});

function show(hash = '') {
  return renderRoutes([{ path: '/lab/build', element: <Build /> }], `/lab/build${hash}`);
}

function prediction(): HTMLElement {
  return screen.getByRole('region', { name: 'Prediction' });
}

function reply(name: RegExp) {
  return within(screen.getByRole('group', { name }));
}

test('predicts while one types', async () => {
  const { user } = show();
  expect(prediction()).toHaveTextContent('Allowed Preflight');
  const methods = screen.getByLabelText('Access-Control-Allow-Methods');
  await user.clear(methods);
  expect(prediction()).toHaveTextContent('PUT was not sent: the answer has no Access-Control-Allow-Methods.');
  await user.type(methods, 'put');
  expect(prediction()).toHaveTextContent('the answer says “Access-Control-Allow-Methods: put”');
  await user.click(screen.getByLabelText('The server answers preflights'));
  expect(prediction()).toHaveTextContent('Blocked');
});

test('says that a preflight answered with 404 is not ok, whichever headers it lacks', async () => {
  const { user } = show();
  const notOk = 'The preflight is answered with 404, which is not ok';
  expect(prediction()).not.toHaveTextContent(notOk);
  await user.click(screen.getByLabelText('The server answers preflights'));
  expect(prediction()).toHaveTextContent('no Access-Control-Allow-Origin');
  expect(prediction()).toHaveTextContent(notOk);
  expect(reply(/^Answer to a preflight/).getByText(/^It answers a preflight with 404/)).toHaveTextContent(
    '404 is not ok, so the browser never sends a request that it has to ask about.',
  );
  await user.click(screen.getByLabelText('The server answers preflights'));
  const status = reply(/^Answer to a preflight/).getByLabelText('Status');
  await user.clear(status);
  await user.type(status, '404');
  // Here the status is the reason, and said once.
  expect(prediction()).toHaveTextContent('The preflight was answered with 404, so the request was not sent.');
  expect(prediction()).not.toHaveTextContent(notOk);
  await user.clear(screen.getByLabelText('Access-Control-Allow-Methods'));
  expect(prediction()).not.toHaveTextContent(notOk);
});

test('warns of a server that names any origin that asks, and allows credentials', async () => {
  const { user } = show();
  const caution = /^This server names any origin that asks, and allows credentials\./;
  expect(screen.queryByText(caution)).not.toBeInTheDocument();
  const credentials = reply(/^Answer to the request/).getByLabelText('Access-Control-Allow-Credentials');
  await user.selectOptions(credentials, 'true');
  expect(within(prediction()).getByText(caution)).toHaveTextContent('every site could read as its visitor');
  const origin = reply(/^Answer to the request/).getByLabelText('Access-Control-Allow-Origin');
  await user.selectOptions(origin, 'the origin of this page');
  expect(screen.queryByText(caution)).not.toBeInTheDocument();
});

test('lets a cookie be set by a POST alone, and keeps that in the address', async () => {
  const { user } = show();
  await user.selectOptions(screen.getByLabelText('Cookie'), 'SameSite=Lax');
  await user.selectOptions(screen.getByLabelText('The cookie is set in answer to'), 'a POST alone');
  await user.click(screen.getByLabelText('Secure'));
  await waitFor(() => {
    expect(setupFromHash(window.location.hash)?.server.response.cookie).toEqual({
      sameSite: 'Lax',
      secure: true,
      partitioned: false,
      method: 'POST',
    });
  });
});

test('begins with what the link describes, and keeps what is changed in the address', async () => {
  const setup =
    experiments.find(({ id }) => id === 'lower-case-patch')?.setup('client') ?? expect.unreachable();
  const { user } = show(`#${setupToHash(setup)}`);
  expect(screen.getByLabelText('Method')).toHaveValue('patch');
  expect(prediction()).toHaveTextContent('patch was not sent');
  await user.clear(screen.getByLabelText('Method'));
  await user.type(screen.getByLabelText('Method'), 'PATCH');
  await waitFor(() => {
    expect(setupFromHash(window.location.hash)?.calls[0]?.method).toBe('PATCH');
  });
});

test('keeps secrets out of the address, and says so', async () => {
  const { user } = show();
  await user.click(screen.getAllByRole('button', { name: 'Add a header' })[0] ?? expect.unreachable());
  await user.type(screen.getAllByLabelText('Header 1')[0] ?? expect.unreachable(), 'X-PIN');
  await user.type(screen.getAllByLabelText('Value 1')[0] ?? expect.unreachable(), '1234');
  expect(screen.getByText(/leaves out the value of X-PIN, which may be a secret/)).toBeVisible();
  await waitFor(() => {
    expect(setupFromHash(window.location.hash)?.calls[0]?.headers).toEqual([
      { name: 'X-PIN', value: 'left-out' },
    ]);
  });
});

test('does not promise an answer where the page learns of a redirect alone', async () => {
  const { user } = show();
  await user.click(screen.getByLabelText('Redirects to a second server'));
  await user.selectOptions(screen.getByLabelText('Redirects'), 'manual');
  expect(prediction()).toHaveTextContent('Kept from the page');
  expect(prediction()).not.toHaveTextContent('will let the page read');
  expect(prediction()).toHaveTextContent('The page gets an opaque redirect');
});

test('says so when a link can’t be read, and gives something to begin with', () => {
  show('#v2.broken');
  expect(screen.getByRole('alert')).toHaveTextContent(
    'This link describes nothing that this version of the Lab can read',
  );
  expect(screen.getByLabelText('Method')).toHaveValue('PUT');
});

test('says so when a link is of an earlier version, and gives something to begin with', () => {
  // [[["client","fetch","DELETE",[],"same-origin","cors","follow",["none"]]],[null,[200,[],null,false,0]],null]
  show(
    '#v1.W1tbImNsaWVudCIsImZldGNoIiwiREVMRVRFIixbXSwic2FtZS1vcmlnaW4iLCJjb3JzIiwiZm9sbG93IixbIm5vbmUiXV1dLFtudWxsLFsyMDAsW10sbnVsbCxmYWxzZSwwXV0sbnVsbF0',
  );
  expect(screen.getByRole('alert')).toHaveTextContent(
    'This link was made by an earlier version of the Lab, whose links can’t be read any more. Build the request anew, or ask for a new link.',
  );
  expect(screen.getByLabelText('Method')).toHaveValue('PUT');
});

test('tells at their fields what is wrong, sends nothing, and takes it back once it is mended', async () => {
  const { user } = show();
  const status = reply(/^Answer to the request/).getByLabelText('Status');
  await user.clear(status);
  expect(status).not.toHaveAccessibleDescription();
  expect(prediction()).toHaveTextContent('Nothing to predict yetWrite a status from 200 to 599.');
  await user.click(screen.getByRole('button', { name: 'Run it' }));
  expect(status).toHaveFocus();
  expect(status).toHaveAccessibleDescription('Write a status from 200 to 599.');
  await user.type(status, '201');
  expect(status).not.toHaveAccessibleDescription();
});

test('tells at its field what the server refuses, and loses nothing', async () => {
  answer('post', '/api/lab/runs', () =>
    problem(400, 'Correct the marked fields.', [
      { field: 'preflight.headers[2].value', message: 'Not like this.' },
    ]),
  );
  const { user } = show();
  await user.click(screen.getByRole('button', { name: 'Run it' }));
  const value = reply(/^Answer to a preflight/).getByLabelText('Value 1');
  await waitFor(() => {
    expect(value).toHaveAccessibleDescription('Not like this.');
  });
  expect(value).toHaveValue('Origin');
  expect(screen.getByText('Correct the marked fields.')).toBeVisible();
  await user.clear(screen.getByLabelText('Method'));
  await user.click(screen.getByRole('button', { name: 'Run it' }));
  expect(screen.queryByText('Correct the marked fields.')).not.toBeInTheDocument();
});

test('calls several times, and each call in its own way', async () => {
  const { user } = show();
  await user.click(screen.getByRole('button', { name: 'Call once more' }));
  const [, second] = screen.getAllByLabelText('By');
  await user.selectOptions(second ?? expect.unreachable(), 'a form that is submitted');
  expect(prediction()).toHaveTextContent(/Call 1 ?Allowed.*Call 2 ?Kept from the page/);
  await user.click(screen.getByRole('button', { name: 'Remove call 1' }));
  expect(prediction()).not.toHaveTextContent('Call 2');
  expect(prediction()).toHaveTextContent('Kept from the page');
});
