import { useCallback, useEffect, useRef, useState } from 'react';
import { dropDraft, keepDraft, readDraft } from './post-draft';
import { type PostValues, sameValues } from './post-values';

export interface DraftInProgress {
  readonly values: PostValues;
  /** The version that this edit changes. */
  readonly etag: string | null;
  /** Whether the text came back from an earlier visit. */
  readonly restored: boolean;
  readonly change: (part: Partial<PostValues>) => void;
  /** Goes on from another published version of the post. */
  readonly rebase: (published: PostValues, etag: string | null, values: PostValues) => void;
  /** Back to what is published, or to nothing. */
  readonly discard: () => void;
  /** To be called once the text is published, and its draft dropped: nothing is unsaved any more. */
  readonly settle: () => void;
  /** To be asked at the moment of leaving. */
  readonly isUnsaved: () => boolean;
}

interface Draft {
  readonly published: PostValues;
  readonly values: PostValues;
  readonly etag: string | null;
  readonly restored: boolean;
}

/**
 * @param key where the draft is kept; when it changes, because somebody else logs in, the text goes along
 * @param published what the text is compared with to tell whether there is anything to lose
 */
export function usePostDraft(key: string, published: PostValues, etag: string | null): DraftInProgress {
  const [draft, setDraft] = useState<Draft>(() => {
    const kept = readDraft(key);
    return kept
      ? { published, values: kept.values, etag: kept.etag, restored: true }
      : { published, values: published, etag, restored: false };
  });
  const unsaved = !sameValues(draft.values, draft.published);
  // Read by whoever leaves the page, which happens between a change and the next time this renders.
  const current = useRef({ unsaved, settled: false });

  useEffect(() => {
    current.current.unsaved = unsaved;
    if (current.current.settled) return;
    if (unsaved) keepDraft(key, { values: draft.values, etag: draft.etag });
    else dropDraft(key);
  }, [key, draft, unsaved]);

  return {
    values: draft.values,
    etag: draft.etag,
    restored: draft.restored && unsaved,
    change: (part) => {
      setDraft((before) => ({ ...before, values: { ...before.values, ...part } }));
    },
    rebase: (newlyPublished, newEtag, values) => {
      setDraft({ published: newlyPublished, values, etag: newEtag, restored: false });
    },
    discard: () => {
      dropDraft(key);
      current.current.unsaved = false;
      setDraft({ published, values: published, etag, restored: false });
    },
    settle: () => {
      current.current = { unsaved: false, settled: true };
    },
    isUnsaved: useCallback(() => current.current.unsaved, []),
  };
}
