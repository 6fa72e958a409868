import { type ReactNode, useEffect, useRef } from 'react';
import type { CookieObstacle } from '../api/cookie-obstacle';
import { Button } from '../ui/button';
import { Icon } from '../ui/icon';
import styles from './cookie-notice.module.css';

/** Says why a login that the server accepted did not last, and what to change where. */
export function CookieNotice({ obstacles }: { readonly obstacles: readonly CookieObstacle[] }) {
  const notice = useRef<HTMLElement>(null);

  useEffect(() => {
    notice.current?.focus();
  }, []);

  return (
    <section ref={notice} tabIndex={-1} className={styles.notice} aria-labelledby="cookie-notice">
      <h2 className={styles.title} id="cookie-notice">
        <Icon name="alert" />
        The cookie did not come back
      </h2>
      <p>
        The server accepted you and sent a cookie, but this browser did not send it back with the next
        request. So you are not logged in.
      </p>
      {obstacles.map((obstacle, index) => (
        <div key={obstacle.kind} className={styles.obstacle}>
          {index > 0 && <p className={styles.or}>If that is not it:</p>}
          <Explanation obstacle={obstacle} />
        </div>
      ))}
      <p>
        <Button
          onClick={() => {
            window.location.reload();
          }}
        >
          Try again
        </Button>
      </p>
    </section>
  );
}

function Explanation({ obstacle }: { readonly obstacle: CookieObstacle }) {
  switch (obstacle.kind) {
    case 'other-address':
      return (
        <Steps
          why={
            <>
              This page calls the server at <Code>{obstacle.called}</Code>, but the server’s own address is{' '}
              <Code>{obstacle.publicOrigin}</Code>. A cookie belongs to the address that it is meant for.
            </>
          }
        >
          <li>
            In the client, name <Code>{obstacle.publicOrigin}</Code>: in <Code>VITE_API_URL</Code> for Vite’s
            development server, else as <Code>apiUrl</Code> in <Code>config.json</Code>.
          </li>
          <li>
            Or start the server with <Code>PREFLIGHT_PUBLIC_URL={obstacle.called}</Code> if that is its
            address.
          </li>
        </Steps>
      );
    case 'same-site':
      return (
        <Steps
          why={
            <>
              This page (<Code>{obstacle.page}</Code>) and the server (<Code>{obstacle.api}</Code>) are on two
              different sites, and browsers keep a cookie with <Code>SameSite={obstacle.sameSite}</Code>{' '}
              within one site.
            </>
          }
        >
          <li>Open the page on the server’s own site, with the same host or domain in both addresses.</li>
          <li>
            Or start the server with <Code>PREFLIGHT_COOKIE_SAME_SITE=None</Code>.
          </li>
        </Steps>
      );
    case 'secure-over-http':
      return (
        <Steps
          why={
            <>
              The cookie is <Code>Secure</Code>, but the server is called over plain http at{' '}
              <Code>{obstacle.api}</Code>. Safari refuses such a cookie everywhere, the other browsers
              everywhere but on this machine.
            </>
          }
        >
          <li>
            Put a proxy with TLS before the server, and its <Code>https</Code> address into{' '}
            <Code>PREFLIGHT_PUBLIC_URL</Code>.
          </li>
          <li>Or, for a server on this machine, use Chrome, Edge or Firefox.</li>
        </Steps>
      );
    case 'third-party':
      return (
        <Steps
          why={
            <>
              This page (<Code>{obstacle.page}</Code>) and the server (<Code>{obstacle.api}</Code>) are on two
              different sites, and this browser keeps cookies of other sites out.
            </>
          }
        >
          <li>
            Chrome and Edge: Settings, Privacy and security, Third-party cookies; allow them for this page.
          </li>
          <li>Firefox: the shield in the address bar; switch the tracking protection off for this page.</li>
          <li>Safari: Settings, Privacy; switch “Prevent cross-site tracking” off.</li>
          <li>Or have page and server run on one site; then no browser needs a setting.</li>
        </Steps>
      );
    case 'blocked':
      return (
        <Steps
          why={
            <>
              Nothing about the server explains it, so this browser, or an extension of it, seems to keep the
              cookies of <Code>{obstacle.api}</Code> out.
            </>
          }
        >
          <li>
            Chrome and Edge: Settings, Privacy and security, Site settings, On-device site data; allow it for
            this address.
          </li>
          <li>
            Firefox: Settings, Privacy &amp; Security, Cookies and Site Data, Manage Exceptions; allow this
            address.
          </li>
          <li>Safari: Settings, Advanced; switch “Block all cookies” off.</li>
        </Steps>
      );
  }
}

function Steps({ why, children }: { readonly why: ReactNode; readonly children: ReactNode }) {
  return (
    <>
      <p>{why}</p>
      <ul className={styles.steps}>{children}</ul>
    </>
  );
}

function Code({ children }: { readonly children: ReactNode }) {
  return <code className={styles.code}>{children}</code>;
}
