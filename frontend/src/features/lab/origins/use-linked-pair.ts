import { useEffect, useState } from 'react';
import { hashOf, pairOf, type Pair } from './pair';

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
