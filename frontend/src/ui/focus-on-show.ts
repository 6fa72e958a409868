/** A ref for what takes the place of something that had the focus, which would go with it. */
export function focusOnShow(element: HTMLElement | null): void {
  element?.focus();
}
