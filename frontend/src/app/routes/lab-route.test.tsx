import { screen } from '@testing-library/react';
import { HttpResponse } from 'msw';
import { beforeEach, expect, test } from 'vitest';
import { renderRoutes } from '../../../test-support/render-page';
import { answer, problem } from '../../../test-support/server';
import { LabRoute } from './lab-route';

const routes = [{ path: '/lab/*', Component: LabRoute }];

beforeEach(() => {
  answer('get', '/api/authentication', () => new HttpResponse(null, { status: 204 }));
});

test.each(['', '/build', '/origins', '/policy', '/cases', '/doctor'])(
  'says once that the Lab is off and how to switch it on, and offers no parts of it: /lab%s',
  async (path) => {
    answer('get', '/api/lab', () => problem(404, 'There is no Lab.'));
    renderRoutes(routes, `/lab${path}`);

    expect(await screen.findByText('The Lab is switched off on this server')).toBeVisible();
    expect(screen.getByText('PREFLIGHT_LAB_ENABLED=true')).toBeVisible();
    expect(screen.getByRole('heading', { level: 1, name: 'The Lab' })).toBeVisible();
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  },
);

test('offers its parts where it is on, and says which one is shown', async () => {
  answer('get', '/api/lab', () => HttpResponse.json({ initiators: [], doctor: false }));
  renderRoutes(routes, '/lab/origins');

  expect(await screen.findByRole('heading', { level: 1, name: 'Origins and sites' })).toBeVisible();
  expect(screen.getByRole('link', { current: 'page' })).toHaveTextContent('Origins and sites');
  expect(screen.getAllByRole('link').length).toBeGreaterThan(5);
});

test.each([
  ['/lab/policy#try-an-origin', 'This server’s policy'],
  ['/lab/cases#hostile-origins', 'Does your browser agree?'],
])('opens what remains of a page at an address that led to more: %s', async (path, name) => {
  answer('get', '/api/lab', () => HttpResponse.json({ initiators: [], doctor: false }));
  answer('get', '/api/lab/policy', () => problem(404, 'There is no Lab.'));
  renderRoutes(routes, path);

  expect(await screen.findByRole('heading', { level: 1, name })).toBeVisible();
  expect(await screen.findByRole('link', { current: 'page' })).toHaveTextContent(name);
});
