import { useQuery } from '@tanstack/react-query';
import { QueryView } from '../../api-ui/query-view';
import { useHttpClient } from '../../api/api-context';
import type { Device } from '../../api/generated/types.gen';
import { Ago } from '../../ui/ago';
import { Badge } from '../../ui/badge';
import { Row, Rows, RowsSkeleton } from '../../ui/rows';
import styles from './device-list.module.css';
import { devicesOptions } from './device-queries';
import { EndDevice, EndOtherDevices, LogOutHere } from './end-device';

interface DeviceListProps {
  readonly account: string;
  readonly onLoggedOut: () => void;
}

/** Where an account is logged in, and the ways to end that. */
export function DeviceList({ account, onLoggedOut }: DeviceListProps) {
  const query = useQuery(devicesOptions(useHttpClient(), account));
  return (
    <QueryView
      query={query}
      skeleton={<RowsSkeleton label="Loading your devices" widths={['42%', '54%']} />}
      failure="Your devices couldn’t be loaded"
    >
      {(devices) => {
        const here = devices.filter((device) => device.current);
        const others = devices.filter((device) => !device.current);
        return (
          <>
            <Rows>
              {[...here, ...others].map((device) => (
                <Row key={device.id} about={<About device={device} now={query.dataUpdatedAt} />}>
                  {device.current ? (
                    <LogOutHere onLoggedOut={onLoggedOut} />
                  ) : (
                    <EndDevice account={account} device={device} />
                  )}
                </Row>
              ))}
            </Rows>
            <div className={styles.below}>
              {others.length === 0 ? (
                <p className={styles.alone}>You are logged in nowhere else.</p>
              ) : (
                <EndOtherDevices account={account} count={others.length} />
              )}
            </div>
          </>
        );
      }}
    </QueryView>
  );
}

function About({ device, now }: { readonly device: Device; readonly now: number }) {
  return (
    <>
      <h2 className={styles.name}>
        {device.browser} on {device.system} {device.current && <Badge>This device</Badge>}
      </h2>
      <dl className={styles.facts}>
        <div>
          <dt>Address</dt> <dd className={styles.address}>{device.address}</dd>
        </div>
        <div>
          <dt>Last used</dt>{' '}
          <dd>
            <Ago instant={device.lastUsedAt} now={now} />
          </dd>
        </div>
        <div>
          <dt>First used</dt>{' '}
          <dd>
            <Ago instant={device.firstUsedAt} now={now} />
          </dd>
        </div>
      </dl>
    </>
  );
}
