import '../ui/tokens.css';
import '../ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ConfigurationError, loadApiAddress } from '../api/api-address';
import { Button } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { Page } from '../ui/page';
import { App } from './app';

const container = document.getElementById('root');
if (container === null) throw new Error('index.html has no element with the id “root”.');
const root = createRoot(container);

try {
  const address = await loadApiAddress();
  root.render(
    <StrictMode>
      <App address={address} />
    </StrictMode>,
  );
} catch (error) {
  if (!(error instanceof ConfigurationError)) throw error;
  root.render(<StartProblem reason={error.message} />);
}

/** Stands in for the whole app when it cannot know where its server is. */
function StartProblem({ reason }: { readonly reason: string }) {
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
