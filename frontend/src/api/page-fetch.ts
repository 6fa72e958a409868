/** What JavaScript gets to know of a request that it makes. */
export type PageAnswer =
  | {
      readonly kind: 'answer';
      readonly type: ResponseType;
      readonly status: number;
      readonly headers: readonly { readonly name: string; readonly value: string }[];
      readonly body: string;
    }
  | { readonly kind: 'error'; readonly name: string; readonly message: string };

/**
 * Makes a request as any script of this page could, to whatever server: what the Lab shows is what `fetch` does, so
 * nothing is added to it. Never rejects.
 */
export async function pageFetch(url: string, init: RequestInit): Promise<PageAnswer> {
  try {
    const response = await fetch(url, init);
    const headers = [...response.headers].map(([name, value]) => ({ name, value }));
    const { type, status } = response;
    return { kind: 'answer', type, status, headers, body: await response.text() };
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    return { kind: 'error', name, message };
  }
}
