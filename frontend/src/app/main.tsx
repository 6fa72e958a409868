import '../ui/tokens.css';
import '../ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ConfigurationError, loadApiAddress } from '../api/api-address';
import { App } from './app';
import { StartProblem } from './start-problem';

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
