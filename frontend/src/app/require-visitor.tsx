import type { ReactNode } from 'react';
import { Navigate, useSearchParams } from 'react-router';
import { useSession } from '../features/sessions/session-queries';
import { readReturnPath } from './return-path';

/** Pages that are for visitors: who is logged in, or has just done so, goes on to where they wanted. */
export function RequireVisitor({ children }: { readonly children: ReactNode }) {
  const session = useSession();
  const [search] = useSearchParams();
  return session.kind === 'in' ? <Navigate to={readReturnPath(search)} replace /> : children;
}
