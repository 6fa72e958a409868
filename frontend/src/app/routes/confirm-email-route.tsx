import { useQueryClient } from '@tanstack/react-query';
import { useApi } from '../../api/api-context';
import { ConfirmEmail } from '../../features/accounts/confirm-email';
import { renewReader } from '../../features/sessions/session-queries';
import { Page } from '../../ui/page';
import { useLinkToken } from '../use-link-token';

export function ConfirmEmailRoute() {
  const token = useLinkToken();
  const queryClient = useQueryClient();
  const { channel } = useApi();
  return (
    <Page title="Confirm your address" width="narrow">
      <ConfirmEmail
        key={token}
        token={token}
        onConfirmed={() => {
          // The account of whoever is logged in here may have another address now.
          void renewReader(queryClient);
          channel.tell('changed');
        }}
      />
    </Page>
  );
}
