import { useQuery } from '@tanstack/react-query';
import { QueryView } from '../../api-ui/query-view';
import { useHttpClient } from '../../api/api-context';
import type { Account, AccountDetails } from '../../api/generated/types.gen';
import { Section } from '../../ui/section';
import { Loading, Skeleton } from '../../ui/skeleton';
import { accountOptions } from './account-queries';
import { DeleteAccount } from './delete-account';
import { EmailSection } from './email-section';
import { ExportData } from './export-data';
import { NameForm } from './name-form';
import { PasswordForm } from './password-form';

interface AccountSettingsProps {
  readonly account: Account;
  readonly onChanged: (details: AccountDetails) => void;
  readonly onDeleted: () => void;
}

/** All that somebody can change about their own account. */
export function AccountSettings({ account, onChanged, onDeleted }: AccountSettingsProps) {
  const query = useQuery(accountOptions(useHttpClient(), account.id));
  return (
    <QueryView
      query={query}
      failure="Your account couldn’t be loaded"
      skeleton={
        <Loading label="Loading your account">
          <Skeleton width="30%" size="1.25rem" />
          <Skeleton width="100%" size="2.5rem" />
          <Skeleton width="100%" size="2.5rem" />
        </Loading>
      }
    >
      {(details) => (
        <>
          <Section title="Profile">
            <NameForm details={details} onChanged={onChanged} />
          </Section>
          <EmailSection details={details} />
          <Section title="Password">
            <PasswordForm details={details} />
          </Section>
          <Section title="Your data">
            <ExportData />
          </Section>
          <Section title="Delete account">
            <DeleteAccount account={account} onDeleted={onDeleted} />
          </Section>
        </>
      )}
    </QueryView>
  );
}
