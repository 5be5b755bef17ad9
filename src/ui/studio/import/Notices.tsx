import { Info } from 'lucide';
import type { Note } from '../../../domain/index.ts';
import { describeCode, Icon } from '../../kit/index.ts';
import styles from './Notices.module.css';

/** What is worth knowing about a file before it goes in. */
export function Notices({ notes }: { notes: readonly Note[] }) {
  if (notes.length === 0) return null;
  return (
    <ul class={styles.notices}>
      {notes.map(note => (
        <li key={note.code} class={styles.notice}>
          <Icon of={Info} />
          {describeCode(note.code, note.args)}
        </li>
      ))}
    </ul>
  );
}
