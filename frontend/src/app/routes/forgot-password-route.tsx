import { Link, useLocation } from 'react-router';
import { ForgottenPasswordForm } from '../../features/accounts/forgotten-password-form';
import { Page } from '../../ui/page';

export function ForgotPasswordRoute() {
  const { state } = useLocation() as { state: { readonly email?: unknown } | null };
  const email = typeof state?.email === 'string' ? state.email : '';
  return (
    <Page
      title="Forgot your password?"
      width="narrow"
      lead={
        <>
          A mail with a link lets you choose another. Remembered it? <Link to="/log-in">Log in</Link>
        </>
      }
    >
      <ForgottenPasswordForm initialEmail={email} />
    </Page>
  );
}
