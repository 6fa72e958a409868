import { type ReactNode, useCallback, useState } from 'react';
import { useApi } from '../api/api-context';
import { checkCookie } from '../api/cookie-check';
import type { CookieObstacle } from '../api/cookie-obstacle';
import type { Account } from '../api/generated/types.gen';
import { useEnterSession } from '../features/sessions/log-in';
import { CookieNotice } from './cookie-notice';

interface EntranceProps {
  readonly onEntered?: () => void;
  /** A form whose success the server answers with an account and its cookie. */
  readonly children: (accept: (account: Account) => Promise<void>) => ReactNode;
}

/** Takes nobody for logged in before the cookie has come back; where it does not, it says why in place of the form. */
export function Entrance({ onEntered, children }: EntranceProps) {
  const api = useApi();
  const enter = useEnterSession();
  const [obstacles, setObstacles] = useState<readonly CookieObstacle[] | null>(null);

  const accept = useCallback(
    async (account: Account) => {
      const found = await checkCookie(api, account);
      setObstacles(found);
      if (found !== null) return;
      enter(account);
      onEntered?.();
    },
    [api, enter, onEntered],
  );

  return obstacles === null ? children(accept) : <CookieNotice obstacles={obstacles} />;
}
