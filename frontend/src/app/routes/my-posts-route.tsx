import { OwnPosts } from '../../features/posts/own-posts';
import { LinkButton } from '../../ui/button';
import { Page } from '../../ui/page';
import { RequireSession } from '../require-session';

export function MyPostsRoute() {
  return (
    <RequireSession title="My posts">
      {(account) => (
        <Page
          title="My posts"
          actions={
            <LinkButton icon="edit" to="/write">
              New post
            </LinkButton>
          }
        >
          <OwnPosts author={account.id} />
        </Page>
      )}
    </RequireSession>
  );
}
