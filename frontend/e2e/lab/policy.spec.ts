import { expectNoBarriers } from '../support/barriers';
import { expect, test } from '../support/test';

test('a developer learns that two ports are one site and two origins', async ({ lab, newReader }) => {
  const page = await newReader();
  await page.goto(`${lab.client.origin}/lab/origins`);
  await page
    .getByRole('textbox', { name: 'The page’s address' })
    .fill('https://ada:secret@app.example.com/inbox');
  await page.getByRole('textbox', { name: 'The address that it calls' }).fill('https://api.example.com:8443');
  await page.getByRole('button', { name: 'Compare' }).click();
  const answer = page.getByRole('status', { name: 'The answer' });
  await expect(answer).toContainText('Two origins');
  await expect(answer).toContainText('The same site');
  await expect(page).toHaveURL(
    /#one=https%3A%2F%2Fapp\.example\.com&other=https%3A%2F%2Fapi\.example\.com%3A8443$/,
  );

  await page.reload();
  await expect(answer).toContainText('The hosts differ: app.example.com and api.example.com.');
  await expectNoBarriers(page);
});

test('a developer tries a hostile Origin against this server, and nobody is let in', async ({
  lab,
  newReader,
}) => {
  const page = await newReader();
  await page.goto(`${lab.client.origin}/lab/policy`);
  await expect(page.getByRole('region', { name: 'In force' })).toContainText(lab.client.origin);
  const origin = page.getByRole('textbox', { name: 'Origin', exact: true });
  await origin.fill(`${lab.client.origin}.evil.example`);
  await page.getByRole('button', { name: 'Try it' }).click();
  const request = page.getByRole('region', { name: 'The request itself' });
  await expect(page.getByRole('region', { name: 'The preflight' })).toContainText(
    'The browser does not send the request.',
  );
  await expect(request).toHaveCount(0);
  await page.getByRole('combobox', { name: 'Body' }).selectOption('text/plain');
  await page.getByRole('button', { name: 'Try it' }).click();
  await expect(request).toContainText('Refused by the server');
  await expect(request).toContainText('The page may not read the answer');
  await expect(page.getByText('Simulated with the functions this server runs')).toBeVisible();

  await origin.fill(lab.client.origin);
  await page.getByRole('combobox', { name: 'Body' }).selectOption('application/json');
  await page.getByRole('button', { name: 'Try it' }).click();
  await expect(request).toContainText('The page reads the answer.');
  await expect(request).toContainText(`Access-Control-Allow-Origin: ${lab.client.origin}`);
});

test('an operator sees all mistakes of a policy before starting with it', async ({ lab, newReader }) => {
  const page = await newReader();
  await page.goto(`${lab.client.origin}/lab/policy`);
  await page.getByRole('textbox', { name: 'PREFLIGHT_PUBLIC_URL' }).fill('https://api.example.com');
  const origins = page.getByRole('textbox', { name: 'PREFLIGHT_CLIENT_ORIGINS' });
  await origins.fill('https://App.example.com/, *');
  await page.getByRole('button', { name: 'Check it' }).click();
  await expect(page.getByText('It would not start: there are 4 mistakes.')).toBeVisible();
  await expectNoBarriers(page);
  await expect(origins).toHaveAccessibleDescription(/browsers send an origin without a slash at the end/);

  await origins.fill('https://app.example.com');
  await page.getByRole('button', { name: 'Check it' }).click();
  await expect(page.getByText('It would start.')).toBeVisible();
});
