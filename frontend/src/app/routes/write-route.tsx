import { useNavigate } from 'react-router';
import type { Account } from '../../api/generated/types.gen';
import { NewPost } from '../../features/posts/new-post';
import { postPath } from '../../features/posts/post-paths';
import { LinkButton } from '../../ui/button';
import { Page } from '../../ui/page';
import { useToast } from '../../ui/toast';
import { RequireSession } from '../require-session';
import { useWriter } from '../use-writer';

export function WriteRoute() {
  return (
    <RequireSession title="New post" keepsWriting>
      {(account, loggedIn) => <Write account={account} loggedIn={loggedIn} />}
    </RequireSession>
  );
}

function Write({ account, loggedIn }: { readonly account: Account; readonly loggedIn: boolean }) {
  const { writer, logInDialog } = useWriter(account, loggedIn);
  const navigate = useNavigate();
  const announce = useToast();
  return (
    <Page title="New post" width="wide">
      <NewPost
        writer={writer}
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
      {logInDialog}
    </Page>
  );
}
