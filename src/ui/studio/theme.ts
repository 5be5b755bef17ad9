import { computed, signal } from '@preact/signals';
import { settings } from '../kit/index.ts';

const query = matchMedia('(prefers-color-scheme: dark)');
const systemDark = signal(query.matches);
query.addEventListener('change', event => {
  systemDark.value = event.matches;
});

/** Whether the studio is shown dark: as chosen, else as the system is. For what cannot read CSS: the editor. */
export const dark = computed(() =>
  settings.value.theme === 'auto' ? systemDark.value : settings.value.theme === 'dark',
);
