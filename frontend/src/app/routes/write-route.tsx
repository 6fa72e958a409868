import { useState } from 'react';
import { useNavigate } from 'react-router';
import { NewPost } from '../../features/posts/new-post';
import { postPath } from '../../features/posts/post-paths';
import { LinkButton } from '../../ui/button';
import { Page } from '../../ui/page';
import { useToast } from '../../ui/toast';
import { LogInDialog } from '../log-in-dialog';
import { RequireSession } from '../require-session';

export function WriteRoute() {
  const [loggingIn, setLoggingIn] = useState(false);
  const navigate = useNavigate();
  const announce = useToast();
  return (
    <RequireSession title="New post" keepsWriting>
      {(account, loggedIn) => (
        <Page title="New post" width="wide">
          <NewPost
            writer={{
              id: account.id,
              loggedIn,
              onLogIn: () => {
                setLoggingIn(true);
              },
            }}
            onPublished={(post) => {
              announce('Your post is published.');
              void navigate(postPath(post), { replace: true });
            }}
            cancel={
              <LinkButton look="quiet" to="/my-posts">
                Cancel
              </LinkButton>
            }
          />
          {loggingIn && (
            <LogInDialog
              onClose={() => {
                setLoggingIn(false);
              }}
            />
          )}
        </Page>
      )}
    </RequireSession>
  );
}
