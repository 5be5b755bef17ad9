import { useEffect } from 'preact/hooks';
import { PaletteDialog } from './PaletteDialog.tsx';
import { openPalette, paletteOpen } from './state.ts';

/** Listens for Ctrl/Cmd+K everywhere, the editor included, and shows the palette. */
export function Palette() {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      event.stopPropagation();
      if (!document.querySelector('dialog[open]')) openPalette();
    };
    addEventListener('keydown', onKeyDown, { capture: true });
    return () => removeEventListener('keydown', onKeyDown, { capture: true });
  }, []);
  return paletteOpen.value ? <PaletteDialog /> : null;
}
