import { LinkButton } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import { Page } from '../../ui/page';

export function PostNotFound() {
  return (
    <Page title="No such post">
      <EmptyState
        title="There is no post at this address"
        actions={
          <LinkButton look="primary" to="/">
            See all posts
          </LinkButton>
        }
      >
        It may have been deleted, or the address may be incomplete.
      </EmptyState>
    </Page>
  );
}
