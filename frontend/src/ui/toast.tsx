import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react';
import { Icon } from './icon';
import styles from './toast.module.css';

interface ToastMessage {
  readonly id: number;
  readonly text: string;
}

type Announce = (text: string) => void;

const ToastContext = createContext<Announce | null>(null);

const shownFor = 6_000;

/** Says in passing that something was done; what needs an answer belongs in a dialog or a notice. */
export function useToast(): Announce {
  const announce = useContext(ToastContext);
  if (announce === null) throw new Error('useToast needs a ToastProvider above it.');
  return announce;
}

export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const [messages, setMessages] = useState<readonly ToastMessage[]>([]);

  const announce = useCallback<Announce>((text) => {
    setMessages((shown) => [...shown.slice(-2), { id: (shown.at(-1)?.id ?? 0) + 1, text }]);
  }, []);
  const dismiss = useCallback((id: number) => {
    setMessages((shown) => shown.filter((message) => message.id !== id));
  }, []);

  return (
    <ToastContext value={announce}>
      {children}
      <div className={styles.region} role="status" aria-live="polite">
        {messages.map((message) => (
          <Toast key={message.id} message={message} onDismiss={dismiss} />
        ))}
      </div>
    </ToastContext>
  );
}

interface ToastProps {
  readonly message: ToastMessage;
  readonly onDismiss: (id: number) => void;
}

function Toast({ message: { id, text }, onDismiss }: ToastProps) {
  const [held, setHeld] = useState(false);

  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => {
      onDismiss(id);
    }, shownFor);
    return () => {
      clearTimeout(timer);
    };
  }, [held, id, onDismiss]);

  return (
    <div
      className={styles.toast}
      onPointerEnter={() => {
        setHeld(true);
      }}
      onPointerLeave={() => {
        setHeld(false);
      }}
    >
      <p>{text}</p>
      <button
        type="button"
        className={styles.dismiss}
        aria-label="Dismiss"
        onClick={() => {
          onDismiss(id);
        }}
      >
        <Icon name="close" />
      </button>
    </div>
  );
}
