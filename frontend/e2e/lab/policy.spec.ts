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

test('a developer sees who may call this server', async ({ lab, newReader }) => {
  const page = await newReader();
  await page.goto(`${lab.client.origin}/lab/policy`);
  await expect(page.getByRole('region', { name: 'In force' })).toContainText(lab.client.origin);
  await expectNoBarriers(page);
});
