import { useApi, useReachability } from '../api/api-context';
import { Button } from '../ui/button';
import { Icon } from '../ui/icon';
import styles from './connection-banner.module.css';

/** Says that the server is out of reach as long as it is; what the page shows stays. */
export function ConnectionBanner() {
  const { origin, reachability } = useApi();
  const state = useReachability();
  return (
    <div role="status" className={styles.place}>
      {state.kind === 'unreachable' && (
        <div className={styles.banner}>
          <div className={styles.inner}>
            <Icon name="offline" />
            <div className={styles.text}>
              <p>
                <strong>The server at {origin} can’t be reached.</strong> What is shown here stays, and
                Preflight keeps trying.
              </p>
              <details className={styles.why}>
                <summary>Why this may be</summary>
                <p>{possibleReasons(origin)}</p>
              </details>
            </div>
            <Button busy={state.nextTryAt === null} onClick={reachability.retryNow}>
              Try now
            </Button>
          </div>
        </div>
      )}
    </div>
  );
}

function possibleReasons(origin: string): string {
  if (!navigator.onLine) return 'This device is offline.';
  const common = 'The server may be stopped, or the connection to it may be broken';
  const own = window.location.origin;
  return origin === own
    ? `${common}.`
    : `${common}, or it may not admit pages from ${own}. A page is not told which; the browser’s console says more.`;
}
