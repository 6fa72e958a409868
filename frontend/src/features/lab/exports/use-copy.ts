import { useToast } from '../../../ui/toast';

/**
 * Copies a text and says so. A browser may refuse, in a frame or by a person's settings; then the element that shows the
 * text is selected, so that two keys copy it.
 */
export function useCopy() {
  const announce = useToast();
  return async (text: string, said: string, shownIn: () => HTMLElement | null): Promise<void> => {
    if (await write(text)) {
      announce(said);
      return;
    }
    const element = shownIn();
    if (element !== null) window.getSelection()?.selectAllChildren(element);
    announce('Your browser does not let this page copy. The text is selected: press Ctrl+C, or ⌘C on a Mac.');
  };
}

async function write(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Without a secure context there is no clipboard at all.
    return false;
  }
}
