import { Button } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import { Page } from '../../ui/page';

/** A page whose code could not be loaded or failed; the header around it still works. */
export function FailedRoute() {
  return (
    <Page title="This page failed">
      <EmptyState
        title="This page can’t be shown"
        actions={
          <Button
            look="primary"
            onClick={() => {
              window.location.reload();
            }}
          >
            Load it again
          </Button>
        }
      >
        A part of it could not be loaded, or did not work. The connection may be broken, or a new version may
        have replaced the one in this tab; loading the page again helps against both.
      </EmptyState>
    </Page>
  );
}
