import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { QueryView } from '../../api-ui/query-view';
import { useForm } from '../../api-ui/use-form';
import { useHttpClient } from '../../api/api-context';
import type { Account, Deletion } from '../../api/generated/types.gen';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Form, FormActions } from '../../ui/form';
import { PasswordField } from '../../ui/password-field';
import { Loading, Skeleton } from '../../ui/skeleton';
import { SubmitButton } from '../../ui/submit-button';
import { deletionOptions, useDeleteAccount } from './account-queries';
import styles from './delete-account.module.css';
import { UserName } from './user-name';

/** The server's names of what goes, in those of the interface. */
const words: ReadonlyMap<string, string> = new Map([
  ['account', 'Your account'],
  ['posts', 'Posts'],
  ['devices', 'Devices'],
  ['networks', 'Networks you logged in from'],
]);

interface DeleteAccountProps {
  readonly account: Account;
  readonly onDeleted: () => void;
}

export function DeleteAccount({ account, onDeleted }: DeleteAccountProps) {
  const [asking, setAsking] = useState(false);

  function dismiss(): void {
    setAsking(false);
  }

  return (
    <>
      <p>Your account goes, and with it all that is yours. Nobody can bring it back.</p>
      <Button
        look="danger"
        onClick={() => {
          setAsking(true);
        }}
      >
        Delete my account
      </Button>
      {asking && (
        <Dialog title="Delete your account?" onDismiss={dismiss}>
          <WhatGoes account={account} onDeleted={onDeleted} onCancel={dismiss} />
        </Dialog>
      )}
    </>
  );
}

interface WhatGoesProps extends DeleteAccountProps {
  readonly onCancel: () => void;
}

function WhatGoes(props: WhatGoesProps) {
  const query = useQuery(deletionOptions(useHttpClient(), props.account.id));
  return (
    <QueryView
      query={query}
      failure="What would go couldn’t be loaded"
      skeleton={
        <Loading label="Asking what goes with it">
          <Skeleton width="60%" />
          <Skeleton width="40%" />
        </Loading>
      }
    >
      {(deletion) => <DeletionForm deletion={deletion} {...props} />}
    </QueryView>
  );
}

interface DeletionFormProps extends WhatGoesProps {
  readonly deletion: Deletion;
}

function DeletionForm({ account, deletion, onDeleted, onCancel }: DeletionFormProps) {
  const deleting = useDeleteAccount(onDeleted);
  const form = useForm({
    initial: { password: '' },
    validate: ({ password }) => ({ password: password === '' ? 'Type your password.' : null }),
    mutation: deleting,
    submit: ({ password }) => deleting.mutateAsync(password),
    uncertainty: 'Your account may have been deleted all the same: to find out, load this page again.',
  });

  return (
    <Form label="Delete your account" {...form.formProps}>
      <div className={styles.goes}>
        <p>This goes for good:</p>
        <dl className={styles.list}>
          {deletion.goes.map(({ name, count }) => (
            <div key={name} className={styles.item}>
              <dt>{words.get(name) ?? name}</dt>
              <dd>{count}</dd>
            </div>
          ))}
        </dl>
      </div>
      <UserName email={account.email} />
      <PasswordField label="Your password" autoComplete="current-password" {...form.field('password')} />
      <FormActions>
        <SubmitButton look="danger" {...form.submitProps}>
          Delete for good
        </SubmitButton>
        <Button look="quiet" onClick={onCancel}>
          Keep my account
        </Button>
      </FormActions>
    </Form>
  );
}
