import { useQueryClient } from '@tanstack/react-query';
import { useApi } from '../../api/api-context';
import { ResetPasswordForm } from '../../features/accounts/reset-password-form';
import { sessionKey } from '../../features/sessions/session-queries';
import { Page } from '../../ui/page';
import { useLinkToken } from '../use-link-token';

export function ResetPasswordRoute() {
  const token = useLinkToken();
  const queryClient = useQueryClient();
  const { channel } = useApi();
  return (
    <Page title="Choose a new password" width="narrow">
      <ResetPasswordForm
        key={token}
        token={token}
        onReset={() => {
          // Whoever was logged in here may have been so with that account.
          void queryClient.invalidateQueries({ queryKey: sessionKey });
          channel.tell('changed');
        }}
      />
    </Page>
  );
}
