import { Button } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { Page } from '../ui/page';

/** Stands in for the whole app when it cannot know where its server is. */
export function StartProblem({ reason }: { readonly reason: string }) {
  return (
    <main>
      <Page title="Preflight can’t start">
        <EmptyState
          title="It doesn’t know where its server is"
          actions={
            <Button
              onClick={() => {
                window.location.reload();
              }}
            >
              Load the page again
            </Button>
          }
        >
          <p>{reason}</p>
          <p>Whoever runs this site can mend that file; nothing else is missing.</p>
        </EmptyState>
      </Page>
    </main>
  );
}
