import { Link, useSearchParams } from 'react-router';
import { LogInForm } from '../../features/sessions/log-in-form';
import { Page } from '../../ui/page';
import { Entrance } from '../entrance';
import { RequireVisitor } from '../require-visitor';
import { withReturnPath } from '../return-path';

export function LogInRoute() {
  const [search] = useSearchParams();
  return (
    <RequireVisitor>
      <Page
        title="Log in"
        width="narrow"
        lead={
          <>
            No account yet? <Link to={withReturnPath('/register', search)}>Register</Link>
          </>
        }
      >
        <Entrance>{(accept) => <LogInForm onAccepted={accept} />}</Entrance>
      </Page>
    </RequireVisitor>
  );
}
