/**
 * What the tabs of one browser tell each other: `refreshed`, there is a new access token; `left`, somebody logged out;
 * `changed`, something else became of the session, so ask the server. Never a token, nor who it is about.
 */
export type SessionNews = 'refreshed' | 'left' | 'changed';

export interface SessionChannel {
  /** Tells the other tabs. */
  readonly tell: (news: SessionNews) => void;
  /** Calls back on what other tabs tell. @returns how to stop that */
  readonly subscribe: (listener: (news: SessionNews) => void) => () => void;
  readonly close: () => void;
}

export function createSessionChannel(): SessionChannel {
  const channel = new BroadcastChannel('preflight-session');
  return {
    tell: (news) => {
      channel.postMessage(news);
    },
    subscribe: (listener) => {
      function hear(event: MessageEvent<SessionNews>): void {
        listener(event.data);
      }
      channel.addEventListener('message', hear);
      return () => {
        channel.removeEventListener('message', hear);
      };
    },
    close: () => {
      channel.close();
    },
  };
}
