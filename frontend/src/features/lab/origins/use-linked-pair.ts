import { useEffect, useState } from 'react';

/** Two addresses as they were entered. */
export interface Pair {
  readonly one: string;
  readonly other: string;
}

interface LinkedPair {
  /** What is compared. */
  readonly pair: Pair;
  /** What stands in the fields. */
  readonly entered: Pair;
  readonly setEntered: (entered: Pair) => void;
  readonly link: (pair: Pair) => void;
}

const first: Pair = { one: 'http://localhost:5173', other: 'http://localhost:8080' };

/**
 * The pair that the page's address names after its `#`. The router is not told of a new one, because to it another address
 * is another page, whose heading takes the focus.
 */
export function useLinkedPair(): LinkedPair {
  const [pair, setPair] = useState(linked);
  const [entered, setEntered] = useState(pair);

  useEffect(() => {
    function follow(): void {
      setPair(linked());
      setEntered(linked());
    }
    window.addEventListener('hashchange', follow);
    return () => {
      window.removeEventListener('hashchange', follow);
    };
  }, []);

  function link(next: Pair): void {
    window.history.replaceState(window.history.state, '', hashOf(next));
    setPair(next);
  }

  return { pair, entered, setEntered, link };
}

function linked(): Pair {
  return pairOf(window.location.hash) ?? first;
}

/** What a link carries after its `#`, which browsers send to no server. */
function hashOf({ one, other }: Pair): string {
  return `#${new URLSearchParams({ one, other })}`;
}

/** @returns null if the link names no two addresses */
export function pairOf(hash: string): Pair | null {
  const parameters = new URLSearchParams(hash.slice(1));
  const [one, other] = [parameters.get('one'), parameters.get('other')];
  return one === null || other === null ? null : { one, other };
}
