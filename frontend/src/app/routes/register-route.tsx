import { useCallback } from 'react';
import { Link, useSearchParams } from 'react-router';
import { RegisterForm } from '../../features/accounts/register-form';
import { Page } from '../../ui/page';
import { useToast } from '../../ui/toast';
import { Entrance } from '../entrance';
import { RequireVisitor } from '../require-visitor';
import { withReturnPath } from '../return-path';

export function RegisterRoute() {
  const [search] = useSearchParams();
  const announce = useToast();
  const welcome = useCallback(() => {
    announce('You are registered. A mail to confirm your address is on its way.');
  }, [announce]);

  return (
    <RequireVisitor>
      <Page
        title="Register"
        width="narrow"
        lead={
          <>
            Have an account? <Link to={withReturnPath('/log-in', search)}>Log in</Link>
          </>
        }
      >
        <Entrance onEntered={welcome}>{(accept) => <RegisterForm onRegistered={accept} />}</Entrance>
      </Page>
    </RequireVisitor>
  );
}
