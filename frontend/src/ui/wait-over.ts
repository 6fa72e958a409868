import { createContext } from 'react';

/** Tells the form around a button that the wait which a refusal imposed is over. */
export const WaitOverContext = createContext<(refusal: unknown) => void>(() => undefined);
