import { Link, useSearchParams } from 'react-router';
import { RegisterForm } from '../../features/accounts/register-form';
import { Page } from '../../ui/page';
import { Entrance } from '../entrance';
import { RequireVisitor } from '../require-visitor';
import { withReturnPath } from '../return-path';

export function RegisterRoute() {
  const [search] = useSearchParams();
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
        <Entrance>{(accept) => <RegisterForm onRegistered={accept} />}</Entrance>
      </Page>
    </RequireVisitor>
  );
}
