import { useLocation } from 'react-router';
import { LinkButton } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import { Page } from '../../ui/page';

export function NotFoundRoute() {
  const { pathname } = useLocation();
  return (
    <Page title="Page not found">
      <EmptyState
        title="There is nothing here"
        actions={
          <LinkButton look="primary" to="/">
            See all posts
          </LinkButton>
        }
      >
        No page has the address {pathname}.
      </EmptyState>
    </Page>
  );
}
