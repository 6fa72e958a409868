import { Link, useSearchParams } from 'react-router';
import { RegisterForm } from '../../features/accounts/register-form';
import { useEnterSession } from '../../features/sessions/session-queries';
import { Page } from '../../ui/page';
import { RequireVisitor } from '../require-visitor';
import { withReturnPath } from '../return-path';

export function RegisterRoute() {
  const [search] = useSearchParams();
  const enterSession = useEnterSession();
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
        <RegisterForm onRegistered={enterSession} />
      </Page>
    </RequireVisitor>
  );
}
