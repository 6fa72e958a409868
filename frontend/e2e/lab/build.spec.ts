import { expectNoBarriers } from '../support/barriers';
import { anyBlocked, anyFormAnswer, refused } from '../support/browser-messages';
import { expectNoSidewaysScrolling, expectPage } from '../support/steps';
import { expect, test } from '../support/test';

test.beforeEach(({ messages }) => {
  messages.allow(...anyBlocked, ...anyFormAnswer, refused(404));
});

test('somebody changes an experiment, sees what will happen, and that it does', async ({ page, lab }) => {
  await page.goto(`${lab.client.origin}/lab`);
  await page.getByRole('link', { name: 'Change it: A method that is not allowed' }).click();
  await expectPage(page, 'Build your own');
  const prediction = page.getByRole('region', { name: 'Prediction' });
  await expect(prediction).toContainText('DELETE was not sent');
  const linked = page.url();
  await page.getByLabel('Access-Control-Allow-Methods').first().fill('GET, PUT, DELETE');
  await expect(prediction).toContainText('will let the page read the answer');
  await page.getByRole('button', { name: 'Run it' }).click();
  await expect(page.getByRole('heading', { name: 'What happened' })).toBeFocused();
  await expect(page.getByText('All three agree')).toBeVisible();
  await expect(page.getByText('The page read the answer, status 200.', { exact: true })).toBeVisible();

  await test.step('and keeps it in the address', async () => {
    // A moment after the last change.
    await expect.poll(() => page.url()).not.toBe(linked);
    expect(new URL(page.url()).hash).toMatch(/^#v2\./);
    await page.reload();
    await expect(page.getByLabel('Access-Control-Allow-Methods').first()).toHaveValue('GET, PUT, DELETE');
  });
});

test('a mistake is told at its field, and nothing is lost', async ({ page, lab }) => {
  await page.goto(`${lab.client.origin}/lab/build`);
  await page.getByLabel('Method', { exact: true }).fill('QUERY');
  await page.getByLabel('Status').last().fill('99');
  await page.getByRole('button', { name: 'Run it' }).click();
  await expect(page.getByLabel('Status').last()).toBeFocused();
  await expect(page.getByLabel('Status').last()).toHaveAccessibleDescription(
    'Write a status from 200 to 599.',
  );
  await expect(page.getByLabel('Method', { exact: true })).toHaveValue('QUERY');
});

test('nobody meets a barrier while building', async ({ page, lab }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(`${lab.client.origin}/lab/build`);
  await page.getByRole('button', { name: 'Call once more' }).click();
  await page.getByRole('button', { name: 'Add a header' }).first().click();
  await page.getByLabel('Redirects to a second server').check();
  await page.getByLabel('Delay in milliseconds').first().fill('never');
  await page.getByRole('button', { name: 'Run it' }).click();
  await expect(page.getByText('Write a delay of 0 to 5000 milliseconds.').first()).toBeVisible();
  await expectNoBarriers(page);
  await page.getByLabel('Delay in milliseconds').first().fill('0');
  await page.getByRole('button', { name: 'Run it' }).click();
  await expect(page.getByText('All three agree')).toHaveCount(2);
  await expectNoBarriers(page);
});

test('the form does not scroll sideways on a narrow screen', async ({ page, lab }) => {
  await page.setViewportSize({ width: 320, height: 740 });
  await page.goto(`${lab.client.origin}/lab/build`);
  await page.getByRole('button', { name: 'Call once more' }).click();
  await page.getByLabel('Cookie').selectOption('SameSite=None');
  await page.getByRole('button', { name: 'Add a header' }).first().click();
  await page.getByLabel('Header 1').first().fill('X-A-Rather-Long-Name-For-A-Header-That-Does-Not-Wrap');
  await page.getByRole('button', { name: 'Run it' }).click();
  await expect(page.getByRole('heading', { name: 'What happened' })).toBeVisible();
  await expectNoSidewaysScrolling(page);
});

// Half a minute of waiting; conduct.test.tsx and peer.test.tsx, by clocks of their own, are its twins in `verify`.
test('a run takes as long as the server that somebody described', { tag: '@soak' }, async ({ page, lab }) => {
  test.setTimeout(60_000);
  await page.goto(`${lab.client.origin}/lab/build`);
  await page.getByLabel('From').selectOption({ label: 'a page on another port' });
  for (const delay of await page.getByLabel('Delay in milliseconds').all()) await delay.fill('5000');
  const agreement = page.getByText('All three agree');

  await test.step('also where a preflight and its request take ten seconds', async () => {
    await page.getByRole('button', { name: 'Run it' }).click();
    await expect(agreement).toBeVisible({ timeout: 20_000 });
  });

  await test.step('also where a form, whose page waits for nothing, gets a cookie late', async () => {
    await page.getByLabel('By').selectOption({ label: 'a form that is submitted' });
    await page.getByLabel('Cookie', { exact: true }).selectOption({ label: 'SameSite=Lax' });
    await page.getByRole('button', { name: 'Call once more' }).click();
    await page.getByRole('button', { name: 'Run it' }).click();
    await expect(agreement).toBeHidden();
    await expect(agreement).toHaveCount(2, { timeout: 20_000 });
  });
});
