import { useState } from 'react';
import type { Device } from '../../api/generated/types.gen';
import { Button } from '../../ui/button';
import { Confirm } from '../../ui/confirm';
import { useToast } from '../../ui/toast';
import { useEndDevice, useEndOtherDevices } from './device-queries';
import { useLogOut, whyStillIn } from './log-out';

interface EndDeviceProps {
  readonly account: string;
  readonly device: Device;
}

export function EndDevice({ account, device }: EndDeviceProps) {
  const name = `${device.browser} on ${device.system}`;
  const [asking, setAsking] = useState(false);
  const announce = useToast();
  const ending = useEndDevice(account, () => {
    announce(`${name} is logged out.`);
  });
  return (
    <>
      <Button
        aria-label={`Log out ${name}`}
        onClick={() => {
          setAsking(true);
        }}
      >
        Log out
      </Button>
      {asking && (
        <Confirm
          title="Log this device out?"
          confirmLabel="Log it out"
          cancelLabel="Keep it"
          busy={ending.isPending}
          failure={ending.error && whyStillIn('It', 'is', ending.error)}
          onConfirm={() => ending.mutateAsync(device)}
          onDismiss={() => {
            setAsking(false);
            ending.reset();
          }}
        >
          <p>{name} will be logged out at once, and needs your password to come back.</p>
        </Confirm>
      )}
    </>
  );
}

interface EndOtherDevicesProps {
  readonly account: string;
  readonly count: number;
}

export function EndOtherDevices({ account, count }: EndOtherDevicesProps) {
  const [asking, setAsking] = useState(false);
  const announce = useToast();
  const ending = useEndOtherDevices(account, () => {
    announce('All other devices are logged out.');
  });
  return (
    <>
      <Button
        onClick={() => {
          setAsking(true);
        }}
      >
        Log out all other devices
      </Button>
      {asking && (
        <Confirm
          title="Log all other devices out?"
          confirmLabel="Log them out"
          cancelLabel="Keep them"
          busy={ending.isPending}
          failure={ending.error && whyStillIn('They', 'are', ending.error)}
          onConfirm={() => ending.mutateAsync()}
          onDismiss={() => {
            setAsking(false);
            ending.reset();
          }}
        >
          <p>
            {count === 1 ? 'The other device' : `The ${count} other devices`} will be logged out at once. You
            stay logged in here.
          </p>
        </Confirm>
      )}
    </>
  );
}

export function LogOutHere({ onLoggedOut }: { readonly onLoggedOut: () => void }) {
  const { isLoggingOut, logOut } = useLogOut(onLoggedOut);
  return (
    <Button aria-label="Log out this device" busy={isLoggingOut} onClick={logOut}>
      Log out
    </Button>
  );
}
