import { withDeployment, type Deployment } from '../support/deployment';
import { test as base } from '../support/test';

/** With a server whose Lab is on. */
export const test = base.extend<object, { readonly lab: Deployment }>({
  lab: [
    async ({}, use) => withDeployment({ environment: { PREFLIGHT_LAB_ENABLED: 'true' } }, use),
    { scope: 'worker', timeout: 90_000 },
  ],
});
