import styles from './Kbd.module.css';

const onMac = /Mac|iPhone|iPad/.test(navigator.platform);
const macKeys: Readonly<Record<string, string>> = { Ctrl: '⌘', Alt: '⌥', Shift: '⇧' };
const symbols: Readonly<Record<string, string>> = { Enter: '↵', Up: '↑', Down: '↓', Escape: 'Esc' };

/** Keys to press, 'Ctrl+Enter', as the user's keyboard names them. */
export function Kbd({ keys }: { keys: string }) {
  const names = keys.split('+').map(key => (onMac && macKeys[key]) || symbols[key] || key);
  return (
    <kbd class={styles.keys}>
      {names.map(name => (
        <span class={styles.key} key={name}>
          {name}
        </span>
      ))}
    </kbd>
  );
}
