import { useNavigate } from 'react-router';
import type { Account } from '../../api/generated/types.gen';
import { DeviceList } from '../../features/sessions/device-list';
import { Page } from '../../ui/page';
import { useToast } from '../../ui/toast';
import { RequireSession } from '../require-session';

export function DevicesRoute() {
  return (
    <RequireSession title="Devices">
      {(account) => <OwnDevices key={account.id} account={account} />}
    </RequireSession>
  );
}

function OwnDevices({ account }: { readonly account: Account }) {
  const navigate = useNavigate();
  const announce = useToast();
  return (
    <Page
      title="Devices"
      lead="Where you are logged in. If you don’t know one of them, log it out and change your password."
    >
      <DeviceList
        account={account.id}
        onLoggedOut={() => {
          announce('You are logged out.');
          void navigate('/');
        }}
      />
    </Page>
  );
}
