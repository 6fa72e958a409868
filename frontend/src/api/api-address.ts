/** The client cannot know where its API is; the message is for whoever set the page up. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
}

const example = '{"apiUrl": "https://api.example.com"}, or {"apiUrl": ""} for this page’s own address';

/**
 * Finds the API's origin when the client starts: from `/config.json` in a build, so that one build serves every
 * deployment, and from `VITE_API_URL` on Vite's development server.
 *
 * @returns an origin without a slash at its end, or empty for the page's own
 */
export async function loadApiAddress(): Promise<string> {
  if (import.meta.env.DEV) return parseApiAddress(import.meta.env.VITE_API_URL ?? 'http://localhost:8080');
  return readConfiguration(await fetchConfiguration());
}

async function fetchConfiguration(): Promise<unknown> {
  try {
    // The very request that index.html preloads, or else the browser would send a second one.
    const response = await fetch('/config.json');
    if (!response.ok) throw new ConfigurationError(`/config.json answered with status ${response.status}.`);
    return await response.json();
  } catch (error) {
    if (error instanceof ConfigurationError) throw error;
    throw new ConfigurationError(
      error instanceof SyntaxError
        ? `/config.json is not JSON. It should read ${example}.`
        : '/config.json could not be loaded from this page’s own address.',
      { cause: error },
    );
  }
}

export function readConfiguration(configuration: unknown): string {
  const apiUrl: unknown =
    typeof configuration === 'object' && configuration !== null && 'apiUrl' in configuration
      ? configuration.apiUrl
      : undefined;
  if (typeof apiUrl !== 'string') {
    throw new ConfigurationError(`/config.json names no "apiUrl". It should read ${example}.`);
  }
  return parseApiAddress(apiUrl);
}

function parseApiAddress(apiUrl: string): string {
  if (apiUrl === '') return '';
  const url = URL.canParse(apiUrl) ? new URL(apiUrl) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search || url.hash) {
    throw new ConfigurationError(
      `“${apiUrl}” is not the address of a server: it needs a scheme, a host and nothing after them, as in ` +
        'https://api.example.com.',
    );
  }
  return url.origin;
}
