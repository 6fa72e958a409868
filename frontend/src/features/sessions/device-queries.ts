import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { hasStatus } from '../../api/api-error';
import { useHttpClient } from '../../api/api-context';
import type { Device, DeviceList } from '../../api/generated/types.gen';
import type { HttpClient } from '../../api/http-client';

const devicesKey = (account: string) => ['devices', account] as const;

/** @param account whose; it is part of the key, so that nobody is shown those of whoever logged in before */
export function devicesOptions(client: HttpClient, account: string) {
  return queryOptions({
    queryKey: devicesKey(account),
    queryFn: async ({ signal }) => (await client.get<DeviceList>('/api/sessions', { signal })).body.items,
    meta: { isPersonal: true },
    staleTime: 0,
  });
}

export function useEndDevice(account: string, onEnded: () => void) {
  const client = useHttpClient();
  const showRemaining = useShowRemaining(account);
  return useMutation({
    mutationFn: async (device: Device) => {
      try {
        await client.delete<undefined>(`/api/sessions/${device.id}`);
      } catch (error) {
        // It has ended by itself, or somewhere else.
        if (!hasStatus(error, 404)) throw error;
      }
    },
    onSuccess: async (_, ended) => {
      await showRemaining((device) => device.id !== ended.id);
      onEnded();
    },
  });
}

export function useEndOtherDevices(account: string, onEnded: () => void) {
  const client = useHttpClient();
  const showRemaining = useShowRemaining(account);
  return useMutation({
    mutationFn: () => client.delete<undefined>('/api/sessions'),
    onSuccess: async () => {
      await showRemaining((device) => device.current);
      onEnded();
    },
  });
}

/** Shows at once what is left, and asks the server whether it is so. */
function useShowRemaining(account: string) {
  const queryClient = useQueryClient();
  return async (isLeft: (device: Device) => boolean): Promise<void> => {
    const queryKey = devicesKey(account);
    await queryClient.cancelQueries({ queryKey });
    queryClient.setQueryData(queryKey, (devices: readonly Device[] | undefined) => devices?.filter(isLeft));
    void queryClient.invalidateQueries({ queryKey });
  };
}
