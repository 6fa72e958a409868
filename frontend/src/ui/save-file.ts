/** Hands a text over to the browser as a download. */
export function saveFile(name: string, text: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download has begun by then in every browser; before it, Safari would save nothing.
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, 10_000);
}
