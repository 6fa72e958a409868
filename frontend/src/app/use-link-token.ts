import { useLayoutEffect, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';

/**
 * Takes the token of a mail's link out of the address: it stays in this page's memory only, and neither in the address
 * bar nor in the history, where somebody who uses this browser later would find it.
 */
export function useLinkToken(): string | null {
  const { pathname, search, hash } = useLocation();
  const navigate = useNavigate();
  const found = new URLSearchParams(hash.slice(1)).get('token');
  const [token, setToken] = useState(found);
  if (found !== null && found !== token) setToken(found);

  useLayoutEffect(() => {
    if (hash !== '') void navigate({ pathname, search }, { replace: true });
  }, [navigate, pathname, search, hash]);

  return token;
}
