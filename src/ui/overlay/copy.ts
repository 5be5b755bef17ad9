/** Puts a text on the clipboard; false where neither way is open. Pages without https have only the older one. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByEvent(text);
  }
}

/** Nothing is selected, so a page that listens has nothing to read; one that interferes is noticed. */
function copyByEvent(text: string): boolean {
  let done = false;
  const fill = (event: ClipboardEvent) => {
    event.stopImmediatePropagation();
    event.preventDefault();
    event.clipboardData?.setData('text/plain', text);
    done = event.clipboardData?.types.join() === 'text/plain';
  };
  window.addEventListener('copy', fill, { capture: true });
  document.execCommand('copy');
  window.removeEventListener('copy', fill, { capture: true });
  return done;
}
