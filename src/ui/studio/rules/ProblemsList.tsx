import { CircleAlert, CircleCheck, type IconNode, Info, TriangleAlert } from 'lucide';
import type { Note } from '../../../domain/index.ts';
import { rulesTexts } from '../../../i18n/studio.ts';
import { EmptyState, Icon, t } from '../../kit/index.ts';
import type { Draft } from './draft.ts';
import { describeNote, lineOf } from './notes.ts';
import styles from './ProblemsList.module.css';
import { cursor, editor } from './session.ts';
import { shiftOffset } from './shift.ts';
import { allNotes } from './tests/findings.ts';

const icons: Record<Note['severity'], IconNode> = {
  error: CircleAlert,
  warning: TriangleAlert,
  info: Info,
};

/** What is wrong with the text; pressing a line goes there. */
export function ProblemsList({ draft }: { draft: Draft }) {
  const notes = allNotes.value;
  if (notes.length === 0) {
    return (
      <EmptyState icon={CircleCheck} title={t(rulesTexts.noProblems)} text={t(rulesTexts.noProblemsHint)} />
    );
  }
  const noted = draft.noted.value;
  const jump = (note: Note) => {
    const [start, end] = note.span.map(offset => shiftOffset(noted, draft.text.peek(), offset));
    cursor.value = start!;
    editor.value?.reveal(start!, end!);
  };
  return (
    <ul>
      {notes.map((note, index) => (
        <li key={`${note.code}${note.span[0]}${index}`}>
          <button type="button" class={styles.problem} onClick={() => jump(note)}>
            <span class={styles.icon} data-severity={note.severity}>
              <Icon of={icons[note.severity]} />
              <span class="visually-hidden">{t(rulesTexts[`severity${note.severity}`])}</span>
            </span>
            <span class={styles.text}>{describeNote(note)}</span>
            <span class={styles.line}>
              {t(rulesTexts.problemLine, { line: lineOf(noted, note.span[0]) })}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
