import { fetchFrom, json, withCredentials } from '../support/fetching';
import { newPerson } from '../support/people';
import { expect, test } from '../support/test';
import { victimIn } from './stage';

test('a page on another port of the server’s host cannot have the visitor post for somebody else', async ({
  page,
  context,
  playwright,
  home,
  hostile,
  attackerAt,
  messages,
}) => {
  messages.allow(/[^]*/);
  const person = await newPerson(playwright.request, home.server);
  await victimIn(page, home, person);
  const attacker = await attackerAt(home.server);
  const { cookies } = await attacker.api.storageState();
  const own = cookies.find(({ name }) => name === 'preflight')?.value ?? '';
  const tab = await context.newPage();
  // Cookies know no ports; the longer path goes first.
  const body = `<script>document.cookie = 'preflight=${own}; Path=/api/posts'</script>`;
  await tab.goto(hostile.sameSite + hostile.serve({ body }));

  const answer = await fetchFrom(page, `${home.server.origin}/api/posts`, {
    ...withCredentials,
    ...json('POST', { title: 'Whose?', content: 'Mine.' }),
  });
  if (answer === 'blocked') throw new Error('The client may call.');
  expect(answer.text).not.toContain(attacker.name);
});
