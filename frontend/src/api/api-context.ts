import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Api } from './api';
import type { ApiError } from './api-error';
import type { HttpClient } from './http-client';
import type { ReachabilityState } from './reachability';

declare module '@tanstack/react-query' {
  interface Register {
    /** Every query and mutation of this client calls the API and nothing else. */
    defaultError: ApiError;
    /** `isPersonal`: belongs to the account that is logged in, and is forgotten with it. */
    queryMeta: { readonly isPersonal?: boolean };
    /** `refusalIsLocal`: a 401 says nothing about the session. */
    mutationMeta: { readonly refusalIsLocal?: boolean };
  }
}

export const ApiContext = createContext<Api | null>(null);

export function useApi(): Api {
  const api = useContext(ApiContext);
  if (api === null) throw new Error('useApi needs an ApiContext above it.');
  return api;
}

export function useHttpClient(): HttpClient {
  return useApi().client;
}

export function useReachability(): ReachabilityState {
  const { reachability } = useApi();
  return useSyncExternalStore(reachability.subscribe, reachability.state);
}
