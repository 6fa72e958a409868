import { useEffect, useRef, useState } from 'react';
import type { Evidence } from './evidence';
import { examine, examineAgain, type Question } from './examine';

type Asked = Omit<Question, 'signal'>;

export interface Examined {
  readonly asked: Asked;
  readonly evidence: Evidence;
}

export interface DoctorState {
  readonly busy: boolean;
  /** The last call that was examined; null while there is none. */
  readonly examined: Examined | null;
  readonly ask: (asked: Asked) => Promise<void>;
  /** Has the server run the last call once more. */
  readonly repeat: () => Promise<void>;
  readonly cancel: () => void;
  /** Lets go of the last call, which is no longer what is asked. */
  readonly forget: () => void;
}

/** One examination at a time, which ends with the page. */
export function useDoctor(): DoctorState {
  const [busy, setBusy] = useState(false);
  const [examined, setExamined] = useState<Examined | null>(null);
  const running = useRef<AbortController | null>(null);

  useEffect(
    () => () => {
      running.current?.abort();
    },
    [],
  );

  async function run(asked: Asked, find: (question: Question) => Promise<Evidence>): Promise<void> {
    running.current?.abort();
    const own = new AbortController();
    running.current = own;
    setBusy(true);
    try {
      const evidence = await find({ ...asked, signal: own.signal });
      if (running.current === own) setExamined({ asked, evidence });
    } catch (error) {
      if (!own.signal.aborted) throw error;
    } finally {
      if (running.current === own) setBusy(false);
    }
  }

  return {
    busy,
    examined,
    ask: (asked) => {
      setExamined(null);
      return run(asked, examine);
    },
    repeat: async () => {
      if (examined === null) return;
      const { asked, evidence } = examined;
      await run(asked, (question) => examineAgain(question, evidence));
    },
    cancel: () => {
      running.current?.abort();
      running.current = null;
      setBusy(false);
    },
    forget: () => {
      setExamined(null);
    },
  };
}
