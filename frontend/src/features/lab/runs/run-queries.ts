import type { CreatedRun, Exchange, Run, RunRequest } from '../../../api/generated/types.gen';
import type { HttpClient } from '../../../api/http-client';

export async function startRun(client: HttpClient, run: RunRequest): Promise<CreatedRun> {
  return (await client.post<CreatedRun>('/api/lab/runs', { body: run })).body;
}

export async function readExchanges(client: HttpClient, id: string): Promise<readonly Exchange[]> {
  return (await client.get<Run>(`/api/lab/runs/${id}`)).body.exchanges;
}

/** A run is over after ten minutes anyway; to end it makes room for the next. */
export async function endRun(client: HttpClient, id: string): Promise<void> {
  await client.delete(`/api/lab/runs/${id}`);
}
