import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { QueryView } from '../../../api-ui/query-view';
import { useHttpClient } from '../../../api/api-context';
import type { PolicyClient, PolicyInForce } from '../../../api/generated/types.gen';
import { EmptyState } from '../../../ui/empty-state';
import { Section } from '../../../ui/section';
import { Loading, Skeleton } from '../../../ui/skeleton';
import { policyOptions } from '../lab-queries';
import styles from './policy.module.css';

/** Who may call this server. */
export function Policy() {
  const query = useQuery(policyOptions(useHttpClient()));
  return (
    <QueryView
      query={query}
      failure="The policy couldn’t be loaded"
      skeleton={
        <Loading label="Loading the policy">
          {['60%', '80%', '50%'].map((width) => (
            <Skeleton key={width} width={width} />
          ))}
        </Loading>
      }
    >
      {(policy) => (
        <Section title="In force">
          <InForce policy={policy} />
          <p>
            Whoever starts a server with a policy that has mistakes is told all of them at once, each with
            what to write instead: try{' '}
            <code>PREFLIGHT_CLIENT_ORIGINS=&apos;https://App.example.com/, *&apos;</code>.
          </p>
        </Section>
      )}
    </QueryView>
  );
}

const relations: Readonly<Record<PolicyClient['relation'], string>> = {
  'same-origin': 'the server’s own origin, for which CORS has no say',
  'same-site': 'another origin on the server’s site',
  'cross-site': 'another site',
};

const travels: Readonly<Record<PolicyClient['cookiesTravel'], string>> = {
  always: 'The login travels in every browser.',
  'third-party': 'The login travels as a third-party cookie, which Safari and some settings block.',
  never: 'The login never travels, so nobody can log in there.',
};

/** The policy in plain words. */
function InForce({ policy }: { readonly policy: PolicyInForce }) {
  const { ownOrigin, home, corsEnabled, clients, cookies, warnings } = policy;
  return (
    <div className={styles.policy}>
      <dl className={styles.facts}>
        <Fact name="This server">
          <code>{ownOrigin}</code>, {home ? 'at home: only this machine reaches it' : 'public'}
        </Fact>
        <Fact name="CORS">
          {corsEnabled ? 'on' : 'off: browsers keep every answer from pages of other origins'}
        </Fact>
        <Fact name="The login’s cookies">
          <code>
            HttpOnly; SameSite={cookies.sameSite}
            {cookies.secure && '; Secure'}
            {cookies.partitioned && '; Partitioned'}
          </code>
        </Fact>
      </dl>
      {clients.length === 0 ? (
        <EmptyState title="No other origin may call">
          <p>
            Only the pages that this server serves itself may read its answers. Pages of other origins still
            reach it with whatever a form could send. To let others call, name them in{' '}
            <code>PREFLIGHT_CLIENT_ORIGINS</code>.
          </p>
        </EmptyState>
      ) : (
        clients.map((client) => <Client key={client.origin} client={client} />)
      )}
      {warnings.length > 0 && (
        <div>
          <h3 className={styles.subject}>What the server warned of when it started</h3>
          <ul className={styles.warnings}>
            {warnings.map(({ sentence }) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

function Client({ client }: { readonly client: PolicyClient }) {
  return (
    <div>
      <h3 className={styles.subject}>
        <code>{client.origin}</code>
      </h3>
      <dl className={styles.facts}>
        <Fact name="Where it is">{relations[client.relation]}</Fact>
        <Fact name="The login">
          {client.credentials
            ? travels[client.cookiesTravel]
            : 'Browsers block every answer to a request with the login, because credentials are not allowed.'}
        </Fact>
        <Fact name="Methods">{client.methods.join(', ')}</Fact>
        <Fact name="Headers it may send">{client.requestHeaders.join(', ')}</Fact>
        <Fact name="Headers it may read">
          {client.exposedHeaders.length === 0 ? 'none but the plain ones' : client.exposedHeaders.join(', ')}
        </Fact>
        <Fact name="A preflight is remembered for">{client.maxAge} seconds</Fact>
        <Fact name="Into a private network">
          {client.privateNetwork ? 'allowed to pages from outside' : 'not allowed to pages from outside'}
        </Fact>
      </dl>
    </div>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
